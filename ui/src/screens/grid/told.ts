// What the core says of an edit, in words.

import type { Conflict } from '../../lib/core'
import { words } from '../../lib/words.svelte'

/** A conflict's sentence: what is wrong with a slot, with a station, or with what was asked. */
export function sentence(one: Conflict, say: typeof words.say): string {
  const values = { ...one.values, weekday: one.values.weekday ? say(`weekday-${one.values.weekday}`) : '' }
  for (const id of [`conflict-${one.code}`, `invalid-${one.code}`, `failure-${one.code}`]) {
    const found = words.known(id, values)
    if (found) return found
  }
  return one.code
}
