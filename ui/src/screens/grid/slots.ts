// Slots in words.

import type { Fill } from '../../lib/core'
import { kindName } from '../../lib/kinds'
import type { words } from '../../lib/words.svelte'

/** `21:05`, or `25:30` after midnight. */
export function wall(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Minutes after midnight of `21:05`; nothing where it is no time. */
export function minutesOf(text: string): number | undefined {
  const found = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim())
  if (!found) return undefined
  const [hours, minutes] = [Number(found[1]), Number(found[2])]
  return hours <= 48 && minutes < 60 ? hours * 60 + minutes : undefined
}

/** What fills a slot, in words. */
export function fillName(fill: Fill, title: string, season: number, say: typeof words.say): string {
  if (fill.kind === 'sequel') return season > 0 ? `${title} · ${season}` : title || fill.season
  if (fill.kind === 'repeat') return title || say('grid-fill-repeat')
  if (fill.kind === 'hold') return fill.title || say('grid-fill-hold')
  return title || [...fill.kinds.map(kindName), ...fill.tags].join(' · ') || say('grid-pool-all')
}
