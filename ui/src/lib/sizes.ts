// How large a file is, as one reads it.

import { words } from './words.svelte'

const KILO = 1024

/** `812 B`, `12 KB`, `3.4 MB`. */
export function size(bytes: number): string {
  if (bytes < KILO) return words.say('size-b', { n: String(bytes) })
  if (bytes < KILO * KILO) return words.say('size-kb', { n: String(Math.round(bytes / KILO)) })
  return words.say('size-mb', { n: words.decimal((bytes / KILO / KILO).toFixed(1)) })
}
