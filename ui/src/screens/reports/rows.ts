// Rows of a report: sorted as one likes, and of a long table those that are seen.

import type { ReportCell } from '../../lib/core'

/** By which column, and which way. */
export interface Sorting {
  column: number
  down: boolean
}

/** What a cell is sorted by: its number where it has one. What is empty stands last, whichever way. */
function compare(a: ReportCell | undefined, b: ReportCell | undefined, down: boolean): number {
  const empty = (cell: ReportCell | undefined) => !cell || (cell.number === null && !cell.text && !cell.word)
  if (empty(a) || empty(b)) return Number(empty(a)) - Number(empty(b))
  const turned = down ? -1 : 1
  if (a?.number != null && b?.number != null) return turned * (a.number - b.number)
  // A word among numbers, as “no limit”, is more than any.
  if (a?.number != null || b?.number != null) return turned * (a?.number != null ? -1 : 1)
  const [one, other] = [a?.text ?? a?.word ?? '', b?.text ?? b?.word ?? '']
  return turned * one.localeCompare(other)
}

/** The rows in an order; those that are alike stay as they stood. */
export function sorted(rows: ReportCell[][], sorting: Sorting | undefined): ReportCell[][] {
  if (!sorting) return rows
  const { column, down } = sorting
  return [...rows].sort((a, b) => compare(a[column], b[column], down))
}

/** The next order when a head is pressed: numbers begin with the most, and the third press is as it was. */
export function pressed(sorting: Sorting | undefined, column: number, kind: string): Sorting | undefined {
  const first = ['count', 'duration', 'share'].includes(kind)
  if (sorting?.column !== column) return { column, down: first }
  return sorting.down === first ? { column, down: !first } : undefined
}

/** Rows drawn beyond what is seen, on each side. */
const MARGIN = 12

/** The rows to draw of so many, and how many lie before and after them. */
export function seen(count: number, top: number, height: number, rowHeight: number): { from: number; until: number } {
  const from = Math.max(0, Math.floor(top / rowHeight) - MARGIN)
  return { from: Math.min(from, count), until: Math.min(count, Math.ceil((top + height) / rowHeight) + MARGIN) }
}
