import { describe, expect, it } from 'vitest'

import type { Proposal } from '../../lib/core'
import { acceptable, cellsOf, dayKey, dayOf } from './days'

const cell = { channel: 'khabar.kz', date: '2024-07-02', added: 1, moved: 2, removed: 0, breaks: 4, open: 1, errors: 0, taken: false }

describe('days of a proposal', () => {
  it('are named and found again, whatever a channel is called', () => {
    expect(dayOf(dayKey('a b.kz', '2024-07-02'))).toEqual({ channel: 'a b.kz', date: '2024-07-02' })
  })

  it('count what changes, and can be accepted where something does and is not accepted yet', () => {
    const cells = [cell, { ...cell, date: '2024-07-03', taken: true }, { ...cell, date: '2024-07-04', added: 0, moved: 0, breaks: 0 }]
    const counted = cellsOf({ cells } as Proposal)
    expect(counted.map((one) => one.changes)).toEqual([7, 7, 0])
    expect(acceptable([...counted, undefined])).toEqual(['khabar.kz 2024-07-02'])
  })
})
