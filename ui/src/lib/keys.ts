// Keys, by their place on the keyboard: they work on Cyrillic and Chinese layouts. Typing is never taken for them.

import { desk } from './desk.svelte'

/** What each key does: the palette and the help show the same list. */
export const KEYS: { code: string; ctrl?: boolean; shift?: boolean; shown: string; word: string; act: () => unknown }[] = [
  { code: 'KeyK', ctrl: true, shown: 'Ctrl K', word: 'find', act: () => (desk.dialog = 'palette') },
  { code: 'F8', shown: 'F8', word: 'problem-next', act: () => desk.walk(1) },
  { code: 'F8', shift: true, shown: 'Shift F8', word: 'problem-before', act: () => desk.walk(-1) },
  { code: 'KeyC', shown: 'C', word: 'calculate', act: () => (desk.dialog = 'calculate') },
  { code: 'KeyX', shown: 'X', word: 'export', act: () => (desk.dialog = 'export') },
  { code: 'KeyZ', ctrl: true, shown: 'Ctrl Z', word: 'undo', act: () => desk.undo() },
  { code: 'KeyZ', ctrl: true, shift: true, shown: 'Ctrl Shift Z', word: 'redo', act: () => desk.redo() },
  { code: 'KeyW', shown: 'W', word: 'view-week', act: () => desk.show('week') },
  { code: 'KeyD', shown: 'D', word: 'view-day', act: () => desk.show('day') },
  { code: 'KeyL', shown: 'L', word: 'view-list', act: () => desk.show('list') },
  { code: 'BracketLeft', shown: '[', word: 'before', act: () => desk.step(-1) },
  { code: 'BracketRight', shown: ']', word: 'next', act: () => desk.step(1) },
  { code: 'KeyO', ctrl: true, shown: 'Ctrl O', word: 'open', act: () => desk.pick('open') },
  { code: 'KeyJ', shown: 'J', word: 'journal', act: () => (desk.dialog = 'journal') },
  { code: 'Slash', shift: true, shown: '?', word: 'help', act: () => (desk.dialog = 'help') },
]

export function press(event: KeyboardEvent) {
  if (event.isComposing || event.altKey || event.metaKey) return
  const typing = event.target instanceof HTMLElement && event.target.closest('input, select, textarea')
  // In a dialog only what is typed there counts; Escape closes it by itself.
  if (desk.dialog !== null || (typing && !event.ctrlKey)) return
  const key = KEYS.find(
    (one) => one.code === event.code && (one.ctrl ?? false) === event.ctrlKey && (one.shift ?? false) === event.shiftKey,
  )
  if (!key) return
  event.preventDefault()
  void key.act()
}
