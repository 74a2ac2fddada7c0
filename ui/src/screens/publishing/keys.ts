// Keys of the Export screen.

import { bind } from '../../lib/keys'
import { publishing } from './publishing.svelte'

bind('publishing', [
  { code: 'ArrowDown', shown: '↓', word: 'publishing-next-channel', act: () => publishing.step(1) },
  { code: 'ArrowUp', shown: '↑', word: 'publishing-channel-before', act: () => publishing.step(-1) },
  { code: 'ArrowRight', shown: '→', word: 'publishing-next-part', act: () => publishing.turn(1) },
  { code: 'ArrowLeft', shown: '←', word: 'publishing-part-before', act: () => publishing.turn(-1) },
  { code: 'KeyP', shown: 'P', word: 'publishing-publish', act: () => publishing.publish(publishing.chosen?.is_due ? [publishing.chosen.channel] : []) },
  { code: 'KeyP', shift: true, shown: 'Shift P', word: 'publishing-publish-all', act: () => publishing.publish(publishing.due.map((one) => one.channel)) },
  { code: 'KeyN', shown: 'N', word: 'publishing-new-receiver', act: () => publishing.edit(undefined) },
  { code: 'Escape', shown: 'Esc', word: 'publishing-stop', act: () => publishing.stop() },
])
