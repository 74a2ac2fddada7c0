// How large a file is, as one reads it.

import type { Values } from './words.svelte'

const KILO = 1024

/** `812 B`, `12 KB`, `3.4 MB`. */
export function size(bytes: number, say: (id: string, values?: Values) => string): string {
  if (bytes < KILO) return say('size-b', { n: String(bytes) })
  if (bytes < KILO * KILO) return say('size-kb', { n: String(Math.round(bytes / KILO)) })
  return say('size-mb', { n: (bytes / KILO / KILO).toFixed(1).replace('.', say('report-decimal')) })
}
