// The schedule's keys.

import { bind } from '../../lib/keys'
import { schedule } from './schedule.svelte'

bind(undefined, [
  { code: 'F8', shown: 'F8', word: 'problem-next', act: () => schedule.walk(1) },
  { code: 'F8', shift: true, shown: 'Shift F8', word: 'problem-before', act: () => schedule.walk(-1) },
])
bind('schedule', [
  { code: 'KeyW', shown: 'W', word: 'view-week', act: () => schedule.show('week') },
  { code: 'KeyD', shown: 'D', word: 'view-day', act: () => schedule.show('day') },
  { code: 'KeyL', shown: 'L', word: 'view-list', act: () => schedule.show('list') },
  { code: 'BracketLeft', shown: '[', word: 'before', act: () => schedule.step(-1) },
  { code: 'BracketRight', shown: ']', word: 'next', act: () => schedule.step(1) },
])
