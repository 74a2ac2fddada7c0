// How times after midnight are written: as the broadcast day counts them, 25:30, or as a clock shows them, 01:30⁺¹.

import { profile } from './profile.svelte'

/** A time of the wall clock that the core tells, `25:30` or `25:30:00`, as it is to be read here. */
export function clock(wall: string | null | undefined): string {
  if (!wall || profile.hours === 'broadcast') return wall ?? ''
  const hours = Number(wall.slice(0, 2))
  return hours < 24 ? wall : `${String(hours - 24).padStart(2, '0')}${wall.slice(2)}⁺¹`
}

/** The hour that stands at a minute of an axis. */
export function hour(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  return String(profile.hours === 'broadcast' ? hours : hours % 24).padStart(2, '0')
}
