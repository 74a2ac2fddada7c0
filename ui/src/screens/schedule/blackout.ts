// Blackouts in words.

import type { BlackoutSpan } from '../../lib/core'
import { words } from '../../lib/words.svelte'

/** What is kept off: everything, or what has a tag. */
export function blackoutName(dark: BlackoutSpan): string {
  return dark.tags.length === 0 ? words.say('blackout-all') : words.say('blackout-of', { tags: dark.tags.join(', ') })
}
