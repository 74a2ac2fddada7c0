import { describe, expect, it } from 'vitest'

import type { ReportCell } from '../../lib/core'
import { pressed, seen, sorted } from './rows'

const cell = (value: number | string | null): ReportCell =>
  typeof value === 'number' ? { text: String(value), word: null, number: value } : { text: value, word: null, number: null }
const column = (rows: ReportCell[][]) => rows.map((row) => row[0]?.text)

describe('rows of a report', () => {
  const rows = [9, null, 10, 2].map((value) => [cell(value)])

  it('are sorted as numbers, what is empty last both ways', () => {
    expect(column(sorted(rows, { column: 0, down: false }))).toEqual(['2', '9', '10', null])
    expect(column(sorted(rows, { column: 0, down: true }))).toEqual(['10', '9', '2', null])
    expect(sorted(rows, undefined)).toBe(rows)
  })

  it('have words among numbers above them', () => {
    const unlimited: ReportCell = { text: null, word: 'unlimited', number: null }
    expect(sorted([[unlimited], [cell(5)]], { column: 0, down: false })[1]?.[0]?.word).toBe('unlimited')
    expect(sorted([[cell(5)], [unlimited]], { column: 0, down: true })[0]?.[0]?.word).toBe('unlimited')
  })

  it('turn at the second press and come back at the third', () => {
    const first = pressed(undefined, 2, 'count')
    expect(first).toEqual({ column: 2, down: true })
    const second = pressed(first, 2, 'count')
    expect(second).toEqual({ column: 2, down: false })
    expect(pressed(second, 2, 'count')).toBeUndefined()
    expect(pressed(first, 0, 'text')).toEqual({ column: 0, down: false })
  })

  it('are drawn where they are seen, and no further than there are', () => {
    expect(seen(1000, 0, 300, 30)).toEqual({ from: 0, until: 22 })
    expect(seen(1000, 15_000, 300, 30)).toEqual({ from: 488, until: 522 })
    expect(seen(5, 9_000, 300, 30)).toEqual({ from: 5, until: 5 })
  })
})
