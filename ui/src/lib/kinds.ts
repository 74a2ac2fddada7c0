// Kinds of programmes: trade terms from an open list. Those that many stations have are named in every language; a station's own are its own words.

import { LANGUAGES, words } from './words.svelte'

export const KINDS = ['documentary', 'series', 'film', 'animation', 'quotes', 'news', 'culture', 'business', 'sport', 'music', 'children', 'promo', 'filler']

/** A kind in the window's language. */
export function kindName(kind: string): string {
  return KINDS.includes(kind) ? words.say(`kind-${kind}`) : kind
}

/** The kind that somebody typed, by its name in any language. */
export function kindOf(text: string): string {
  const typed = text.trim()
  const named = (kind: string) => LANGUAGES.some((tag) => words.speaker(tag)(`kind-${kind}`).toLowerCase() === typed.toLowerCase())
  return KINDS.find(named) ?? typed
}
