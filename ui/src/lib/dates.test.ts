import { describe, expect, it } from 'vitest'

import { dated, monday, monthDates, plusDays, plusMonths, spanName, typedDate, weekName } from './dates'

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
  it('are understood as people type them', () => {
    const near = '2024-12-20'
    const typed: [string, string | undefined][] = [
      ['2026-11-30', '2026-11-30'], ['30.11.2026', '2026-11-30'], [' 1/7/24 ', '2024-07-01'], ['3.1.', '2025-01-03'], ['28 12', '2024-12-28'],
      ['30.02.2024', undefined], ['2024-13-01', undefined], ['2024-07', undefined], ['1.7-2024', undefined], ['tomorrow', undefined], ['', undefined],
    ]
    for (const [text, date] of typed) expect(typedDate(text, near), text).toBe(date)
  })
  it('make a calendar of whole weeks', () => {
    const july = monthDates('2024-07-15')
    expect([july[0], july.at(-1), july.length]).toEqual(['2024-07-01', '2024-08-04', 35])
    expect(monthDates('2027-02-01').length).toBe(28)
    expect(plusMonths('2024-01-31', 1)).toBe('2024-02-01')
  })
  it('are told as one says them, alone and with a time', () => {
    const say = (id: string, values: Record<string, unknown> = {}) => (id === 'date-short' ? `${values.day} ${values.month} ${values.year}` : id)
    const told = (text: string) => dated(text, say).replaceAll('\u00a0', ' ')
    expect(told('2024-07-04')).toBe('4 month-7 2024')
    expect(told('2024-07-04 25:30')).toBe('4 month-7 2024 25:30')
    expect(told('2024-07-04T19:30:00+05:00')).toBe('4 month-7 2024 19:30')
    expect(told('2024-07-04T14:30:00Z')).toBe('4 month-7 2024 14:30 UTC')
    expect(told('2024-07-04, 2024-07-05')).toBe('4 month-7 2024, 5 month-7 2024')
    for (const text of ['2024-13-01', '2024-07', 'khabar-2024-07-04.csv', '2024-07-04.csv', '21:00', '']) expect(told(text)).toBe(text)
  })
  it('name spans of more than a year by both', () => {
    const said: string[] = []
    const say = (id: string) => (said.push(id), id)
    spanName('2024-07-01', '2025-07-01', say)
    spanName('2024-12-30', '2025-01-05', say)
    expect(said.filter((id) => id.startsWith('date-'))).toEqual(['date-week-two-years', 'date-week-two-years'])
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
