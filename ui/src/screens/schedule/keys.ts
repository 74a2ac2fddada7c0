// The schedule's keys.

import { bind, tell } from '../../lib/keys'
import { desk } from '../../lib/desk.svelte'
import { editing } from './editing.svelte'
import { explain } from './menu'
import { paper } from './print.svelte'
import { schedule } from './schedule.svelte'
import { goToFix, walkTo } from './walk'

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
  { code: 'KeyT', shown: 'T', word: 'edit-today', act: () => schedule.today() },
  { code: 'ArrowUp', shown: '↑', word: 'focus-up', act: () => walkTo('up') },
  { code: 'ArrowDown', shown: '↓', word: 'focus-down', act: () => walkTo('down') },
  { code: 'ArrowLeft', shown: '←', word: 'focus-left', act: () => walkTo('left') },
  { code: 'ArrowRight', shown: '→', word: 'focus-right', act: () => walkTo('right') },
  { code: 'ArrowUp', alt: true, shown: 'Alt ↑', word: 'earlier-minute', act: () => editing.nudge(-1) },
  { code: 'ArrowDown', alt: true, shown: 'Alt ↓', word: 'later-minute', act: () => editing.nudge(1) },
  { code: 'ArrowLeft', alt: true, shown: 'Alt ←', word: 'earlier-minute', act: () => editing.nudge(-1) },
  { code: 'ArrowRight', alt: true, shown: 'Alt →', word: 'later-minute', act: () => editing.nudge(1) },
  { code: 'ArrowUp', alt: true, shift: true, shown: 'Shift Alt ↑', word: 'earlier-five', act: () => editing.nudge(-5) },
  { code: 'ArrowDown', alt: true, shift: true, shown: 'Shift Alt ↓', word: 'later-five', act: () => editing.nudge(5) },
  { code: 'ArrowLeft', alt: true, shift: true, shown: 'Shift Alt ←', word: 'earlier-five', act: () => editing.nudge(-5) },
  { code: 'ArrowRight', alt: true, shift: true, shown: 'Shift Alt →', word: 'later-five', act: () => editing.nudge(5) },
  { code: 'BracketLeft', alt: true, shown: 'Alt [', word: 'trim-shorter', act: () => editing.trim('end', -1) },
  { code: 'BracketRight', alt: true, shown: 'Alt ]', word: 'trim-longer', act: () => editing.trim('end', 1) },
  { code: 'KeyM', shown: 'M', word: 'move-to', act: () => (editing.airings.length > 0 ? (editing.dialog = 'move') : desk.note('nothing-selected')) },
  { code: 'KeyN', shown: 'N', word: 'edit-place', act: () => (editing.dialog = 'place') },
  { code: 'KeyP', shown: 'P', word: 'edit-pin', act: () => editing.pin() },
  { code: 'KeyE', shown: 'E', word: 'why-here', act: () => explain() },
  { code: 'KeyF', shown: 'F', word: 'fix-nearest', act: () => goToFix() },
  { code: 'Enter', shown: 'Enter', word: 'details-go', act: () => explain() },
  { code: 'Delete', shown: 'Delete', word: 'edit-remove', act: () => editing.remove() },
  { code: 'KeyC', ctrl: true, shown: 'Ctrl C', word: 'edit-copy', act: () => editing.take() },
  { code: 'KeyV', ctrl: true, shown: 'Ctrl V', word: 'edit-paste', act: () => editing.paste() },
  { code: 'KeyD', ctrl: true, shown: 'Ctrl D', word: 'edit-double', act: () => editing.double() },
  { code: 'KeyF', ctrl: true, shown: 'Ctrl F', word: 'find-replace', act: () => (editing.dialog = 'replace') },
  { code: 'KeyP', ctrl: true, shown: 'Ctrl P', word: 'print', act: () => paper.print() },
  { code: 'KeyB', shown: 'B', word: 'plans-b', act: () => (editing.dialog = 'plans') },
  { code: 'Equal', shown: '+', word: 'zoom-in', act: () => schedule.scale(1) },
  { code: 'Minus', shown: '−', word: 'zoom-out', act: () => schedule.scale(-1) },
  { code: 'Digit0', shown: '0', word: 'zoom-usual', act: () => schedule.scale(0) },
  { code: 'Escape', shown: 'Esc', word: 'clear-selection', act: () => editing.clear() },
])
tell('schedule', [
  { shown: 'Alt ⇢', word: 'gesture-copy' },
  { shown: 'Shift ⇢', word: 'gesture-minute' },
  { shown: '⇢', word: 'gesture-band' },
  { shown: 'Ctrl · Shift', word: 'gesture-select' },
])
paper.begin()
