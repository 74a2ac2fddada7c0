// What changed since a revision, as text that one sends a channel or reads out.

import type { ChangeNote } from './core'
import { dateName } from './dates'
import type { Values } from './words.svelte'

type Say = (id: string, values?: Values) => string

/** `Khabar, 1 July 2024 to 7 July 2024: changes since revision 1`. */
export function noteHead(note: ChangeNote, say: Say): string {
  return say('told-head', { name: note.name, from: note.from, last: note.last, since: String(note.since), until: note.until === null ? 'none' : String(note.until) })
}

/** The lines of a day. */
export function noteLines(day: ChangeNote['days'][number], say: Say): string[] {
  return [...day.rows.map((row) => say(`told-${row.change}`, row.values)), ...(day.breaks ? [say('told-breaks')] : [])]
}

/** All of it: a day a paragraph, a change a line. */
export function noteText(note: ChangeNote, say: Say): string {
  const days = note.days.map((day) => [dateName(day.date.date, say), ...noteLines(day, say).map((line) => `  ${line}`)].join('\n'))
  return [noteHead(note, say), ...(days.length > 0 ? days : [say('told-nothing')])].join('\n\n')
}
