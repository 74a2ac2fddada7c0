// Keys of the as-run screen.

import { bind } from '../../lib/keys'
import { asrun } from './asrun.svelte'

bind('asrun', [
  { code: 'KeyO', shown: 'O', word: 'log-choose', act: () => asrun.chooseLog() },
  { code: 'KeyM', shown: 'M', word: 'log-turn', act: () => asrun.turn() },
  { code: 'ArrowDown', shown: '↓', word: 'log-next', act: () => asrun.step(1) },
  { code: 'ArrowUp', shown: '↑', word: 'log-before', act: () => asrun.step(-1) },
  { code: 'F8', shown: 'F8', word: 'log-next-odd', act: () => asrun.toNext(1) },
  { code: 'F8', shift: true, shown: 'Shift F8', word: 'log-odd-before', act: () => asrun.toNext(-1) },
  { code: 'Enter', shown: 'Enter', word: 'log-accept', act: () => asrun.report && !asrun.report.hindrance && asrun.accept(false) },
])
