// Keys of the grid. A move by keys waits for Enter, since it may take several presses.

import { bind } from '../../lib/keys'
import { grid } from './grid.svelte'

/** Where a slot drawn by keys begins: the evening. */
const EVENING = 14 * 60

bind('grid', [
  { code: 'BracketLeft', shown: '[', word: 'before', act: () => grid.step(-1) },
  { code: 'BracketRight', shown: ']', word: 'next', act: () => grid.step(1) },
  { code: 'KeyN', shown: 'N', word: 'grid-new-slot', act: () => { grid.draw(0, EVENING, 30); void grid.weigh() } },
  { code: 'Enter', shown: 'Enter', word: 'grid-save', act: () => grid.save() },
  { code: 'Escape', shown: 'Esc', word: 'grid-back', act: () => grid.back() },
  { code: 'Delete', shown: 'Del', word: 'grid-remove', act: () => grid.remove('refuse') },
  { code: 'ArrowUp', alt: true, shown: 'Alt ↑', word: 'grid-earlier', act: () => grid.nudge(-1, 0) },
  { code: 'ArrowDown', alt: true, shown: 'Alt ↓', word: 'grid-later', act: () => grid.nudge(1, 0) },
  { code: 'ArrowUp', alt: true, shift: true, shown: 'Shift Alt ↑', word: 'grid-earlier-5', act: () => grid.nudge(-5, 0) },
  { code: 'ArrowDown', alt: true, shift: true, shown: 'Shift Alt ↓', word: 'grid-later-5', act: () => grid.nudge(5, 0) },
  { code: 'ArrowLeft', alt: true, shown: 'Alt ←', word: 'grid-day-before', act: () => grid.nudge(0, -1) },
  { code: 'ArrowRight', alt: true, shown: 'Alt →', word: 'grid-day-after', act: () => grid.nudge(0, 1) },
  { code: 'BracketLeft', alt: true, shown: 'Alt [', word: 'grid-shorter', act: () => grid.trim(-5) },
  { code: 'BracketRight', alt: true, shown: 'Alt ]', word: 'grid-longer', act: () => grid.trim(5) },
])
