// The days of a proposal: what each changes, and what the rows and columns of its table hold.

import type { Proposal } from '../../lib/core'

export interface Cell {
  channel: string
  date: string
  /** Programmes and live blocks, and, where there are none, promos and fillers. */
  changes: number
  added: number
  moved: number
  removed: number
  breaks: number
  open: number
  errors: number
  taken: boolean
}

export const dayKey = (channel: string, date: string) => `${channel} ${date}`

export function dayOf(key: string): { channel: string; date: string } {
  const at = key.lastIndexOf(' ')
  return { channel: key.slice(0, at), date: key.slice(at + 1) }
}

/** Every day that a proposal does something on. */
export function cellsOf(proposal: Proposal): Cell[] {
  return proposal.cells.map((cell) => ({ ...cell, changes: cell.added + cell.moved + cell.removed + cell.breaks }))
}

/** The days of these that can be accepted still. */
export function acceptable(cells: Iterable<Cell | undefined>): string[] {
  return [...cells].flatMap((cell) => (cell && cell.changes > 0 && !cell.taken ? [dayKey(cell.channel, cell.date)] : []))
}
