import { describe, expect, it } from 'vitest'

import { monday, plusDays, spanName, weekName } from './dates'

describe('dates', () => {
  it('go over months, years and leap days', () => {
    expect(plusDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(plusDays('2024-12-31', 1)).toBe('2025-01-01')
    expect(plusDays('2024-07-01', -1)).toBe('2024-06-30')
  })
  it('know the Monday of their week', () => {
    expect(monday('2024-07-01')).toBe('2024-07-01')
    expect(monday('2024-07-07')).toBe('2024-07-01')
    expect(monday('2024-06-30')).toBe('2024-06-24')
  })
  it('name weeks within a month and over two', () => {
    const said: string[] = []
    const say = (id: string) => (said.push(id), id)
    weekName('2024-07-01', say)
    weekName('2024-07-29', say)
    expect(said).toContain('date-week')
    expect(said).toContain('date-week-two-months')
    expect(spanName('2024-07-02', '2024-07-02', say)).toBe('date-short')
  })
})
