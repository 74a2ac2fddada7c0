// The calculation's keys.

import { bind } from '../../lib/keys'
import { desk } from '../../lib/desk.svelte'
import { calculation } from './calculation.svelte'

bind(undefined, [
  { code: 'KeyC', shown: 'C', word: 'calculate', act: () => desk.show('calculate') },
  { code: 'KeyQ', shown: 'Q', word: 'what-if', act: () => (desk.dialog = 'what-if') },
  { code: 'KeyR', shift: true, shown: 'Shift R', word: 'rollout', act: () => (desk.dialog = 'rollout') },
  { code: 'KeyF', shift: true, shown: 'Shift F', word: 'import-schedule', act: () => (desk.dialog = 'from-file') },
])
bind('calculate', [
  { code: 'KeyD', shown: 'D', word: 'view-day', act: () => calculation.show('day') },
  { code: 'KeyW', shown: 'W', word: 'view-week', act: () => calculation.show('week') },
  { code: 'KeyA', shown: 'A', word: 'channels', act: () => calculation.show('channels') },
])
