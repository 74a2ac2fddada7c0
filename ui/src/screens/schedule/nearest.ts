// The block that an arrow leads to.

import type { Chosen } from './schedule.svelte'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The block that an arrow leads to: along the time axis the next, across it what airs at the same time. */
export function next(blocks: Chosen[], from: Chosen | undefined, direction: Direction, across: boolean): Chosen | undefined {
  if (!from) return blocks[0]
  const along = across ? { before: 'left', after: 'right' } : { before: 'up', after: 'down' }
  const days = [...new Set(blocks.map((one) => `${one.channel} ${one.date}`))]
  const day = days.indexOf(`${from.channel} ${from.date}`)
  const own = (n: number) => blocks.filter((one) => `${one.channel} ${one.date}` === days[n])
  const list = own(day)
  const at = list.findIndex((one) => one.block.starts === from.block.starts && one.block.kind === from.block.kind)
  if (direction === along.after) return list[at + 1] ?? own(day + 1)[0]
  if (direction === along.before) return list[at - 1] ?? (day > 0 ? own(day - 1).at(-1) : undefined)
  const other = day + (direction === 'right' || direction === 'down' ? 1 : -1)
  if (other < 0 || other >= days.length) return undefined
  const away = (one: Chosen) => (one.block.start <= from.block.start && from.block.start < one.block.end ? 0 : Math.min(Math.abs(one.block.start - from.block.start), Math.abs(one.block.end - from.block.start)))
  return own(other).sort((a, b) => away(a) - away(b))[0]
}
