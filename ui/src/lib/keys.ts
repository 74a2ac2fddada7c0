// Keys, by their place on the keyboard: they work on Cyrillic and Chinese layouts. Typing is never taken for them.

import { desk, type Screen } from './desk.svelte'
import { profile } from './profile.svelte'

export interface Key {
  code: string
  ctrl?: boolean
  shift?: boolean
  alt?: boolean
  /** Other places of the same: what a keyboard or a habit has instead. */
  also?: Pick<Key, 'code' | 'shift'>[]
  /** As a person reads it: `Ctrl K`. */
  shown: string
  /** What it does: a message id. */
  word: string
  act: () => unknown
  /** The screen that it is for; every screen where none is named. */
  screen?: Screen
}

/** Every key there is: help and palette show the same list. Screens add their own. */
export const KEYS: Key[] = [
  { code: 'KeyK', ctrl: true, shown: 'Ctrl K', word: 'find', act: () => (desk.dialog = 'palette') },
  { code: 'KeyZ', ctrl: true, shown: 'Ctrl Z', word: 'undo', act: () => desk.undo() },
  { code: 'KeyZ', ctrl: true, shift: true, shown: 'Ctrl Shift Z', word: 'redo', also: [{ code: 'KeyY' }], act: () => desk.redo() },
  { code: 'KeyO', ctrl: true, shown: 'Ctrl O', word: 'open', act: () => desk.pick('open') },
  { code: 'KeyG', ctrl: true, shown: 'Ctrl G', word: 'go-to-date', act: () => (desk.dialog = 'go-to') },
  { code: 'KeyX', shown: 'X', word: 'export', act: () => (desk.dialog = 'export') },
  { code: 'F9', shown: 'F9', word: 'shared', act: () => (desk.dialog = 'shared') },
  { code: 'KeyX', shift: true, shown: 'Shift X', word: 'workbook', act: () => (desk.dialog = 'workbook') },
  { code: 'F1', shown: 'F1', word: 'guide', act: () => (desk.dialog = 'guide') },
  { code: 'Equal', ctrl: true, shown: 'Ctrl +', word: 'window-larger', also: [{ code: 'Equal', shift: true }, { code: 'NumpadAdd' }], act: () => profile.step(1) },
  { code: 'Minus', ctrl: true, shown: 'Ctrl −', word: 'window-smaller', also: [{ code: 'NumpadSubtract' }], act: () => profile.step(-1) },
  { code: 'Digit0', ctrl: true, shown: 'Ctrl 0', word: 'window-usual', also: [{ code: 'Numpad0' }], act: () => profile.setZoom(100) },
  { code: 'Slash', shift: true, shown: '?', word: 'help', act: () => (desk.dialog = 'help') },
]

/** A key or a gesture that a part of a screen takes by itself: only told of in the help. */
export interface Gesture {
  shown: string
  word: string
  screen: Screen
}
export const GESTURES: Gesture[] = []

/** Adds what a screen's parts take by themselves. */
export function tell(screen: Screen, gestures: Omit<Gesture, 'screen'>[]) {
  GESTURES.push(...gestures.map((one) => ({ ...one, screen })))
}

/** What a field does by itself with Ctrl: its own undo, copy, paste. */
const OF_FIELDS = new Set(['KeyA', 'KeyC', 'KeyV', 'KeyX', 'KeyY', 'KeyZ'])

/** Screens by the letter that follows G. */
const PLACES = new Map<string, Screen>()

/** Adds a screen's keys. */
export function bind(screen: Screen | undefined, keys: Omit<Key, 'screen'>[]) {
  KEYS.push(...keys.map((key) => ({ ...key, screen })))
}

/** Makes G and a letter go to a screen. */
export function bindPlace(code: string, screen: Screen) {
  PLACES.set(code, screen)
}

/** How long the second letter of a chord is waited for. */
const CHORD_MS = 1500
let chord = -Infinity

export function press(event: KeyboardEvent) {
  if (event.isComposing || event.metaKey || event.defaultPrevented) return
  const typing = event.target instanceof HTMLElement && event.target.closest('input, select, textarea, [contenteditable], [role=menu]')
  // In a dialog only what is typed there counts; Escape closes it by itself.
  if (desk.dialog !== null || document.querySelector('dialog[open]') || (typing && (!event.ctrlKey || OF_FIELDS.has(event.code)))) return
  // On a button they press it.
  if ((event.code === 'Enter' || event.code === 'Space') && event.target instanceof HTMLElement && event.target.closest('button, a, summary')) return
  const plain = !event.ctrlKey && !event.shiftKey && !event.altKey
  if (plain && event.timeStamp - chord < CHORD_MS) {
    chord = -Infinity
    const screen = PLACES.get(event.code)
    if (screen) {
      event.preventDefault()
      return desk.show(screen)
    }
  }
  if (plain && event.code === 'KeyG') {
    chord = event.timeStamp
    return
  }
  const isHere = (place: Pick<Key, 'code' | 'shift'>) => place.code === event.code && (place.shift ?? false) === event.shiftKey
  const matches = (one: Key) => (one.ctrl ?? false) === event.ctrlKey && (one.alt ?? false) === event.altKey && [one, ...(one.also ?? [])].some(isHere)
  const key = KEYS.find((one) => matches(one) && one.screen === desk.screen) ?? KEYS.find((one) => matches(one) && one.screen === undefined)
  if (!key) return
  event.preventDefault()
  void key.act()
}
