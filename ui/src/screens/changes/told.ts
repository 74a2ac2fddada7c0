// A change, as one tells a channel of it.

import { clock } from '../../lib/clock'
import type { AiringChange, Told } from '../../lib/core'
import type { Values } from '../../lib/words.svelte'

type Say = (id: string, values?: Values) => string

const named = (told: Told) => [[told.title, told.episode].filter(Boolean).join(' · '), told.language && `(${told.language})`].filter(Boolean).join(' ')

/** `21:00 Common Dream · Part 2 (kk) instead of Common Dream · Part 1 (kk)`. */
export function changeText(change: AiringChange, say: Say): string {
  const { now, was } = change
  const day = (told: Told) => `${say(`weekday-${told.date.weekday}`)} ${told.date.day} ${say(`month-${told.date.month}`)}`
  const place = now ?? was
  return say(change.kind === 'moved' && now && was && now.date.date !== was.date.date ? 'change-moved-day' : `change-${change.kind}`, {
    time: clock(place?.start_wall),
    title: now ? named(now) : '',
    'was-time': clock(was?.start_wall),
    'was-title': was ? named(was) : '',
    'was-day': was ? day(was) : '',
    minutes: String(now?.minutes ?? 0),
    'was-minutes': String(was?.minutes ?? 0),
  })
}
