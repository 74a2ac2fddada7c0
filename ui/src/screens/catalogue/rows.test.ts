import { describe, expect, it } from 'vitest'

import { around, COLUMNS, covers, fieldOf, having, LEAST, nextEditable, onScreen, ROW, scrolledTo } from './rows'

describe('a long list', () => {
  it('shows the rows that the window is over, and no more than there are', () => {
    expect(onScreen(0, 300, 1000)).toEqual({ offset: 0, count: 11 })
    expect(onScreen(ROW * 995, 300, 1000)).toEqual({ offset: 995, count: 5 })
    expect(onScreen(99_999, 300, 0)).toEqual({ offset: 0, count: 0 })
  })
  it('asks for some to spare, so that a small scroll asks for nothing', () => {
    const there = around(onScreen(ROW * 100, 300, 1000))
    expect(there).toEqual({ offset: 60, count: 91 })
    expect(covers(there, onScreen(ROW * 120, 300, 1000))).toBe(true)
    expect(covers(there, onScreen(ROW * 150, 300, 1000))).toBe(false)
    expect(around(onScreen(0, 300, 1000)).offset).toBe(0)
  })
  it('has its columns beside the details in a window of 1280 pixels', () => {
    expect(LEAST).toBeLessThanOrEqual(1280 - 44 - 300 - 1)
  })
  it('scrolls just as far as a row needs', () => {
    expect(scrolledTo(5, 0, 300)).toBe(0)
    expect(scrolledTo(10, 0, 300)).toBe(ROW)
    expect(scrolledTo(3, ROW * 8, 300)).toBe(ROW * 3)
  })
})

describe('cells', () => {
  it('edit what their row has', () => {
    const column = (id: string) => COLUMNS.findIndex((one) => one.id === id)
    expect(fieldOf(column('kind'), 'programme')).toBe('kind')
    expect(fieldOf(column('kind'), 'episode')).toBe('rating')
    expect(fieldOf(column('languages'), 'episode')).toBeUndefined()
    expect(nextEditable(column('title'), 'episode', 1)).toBe(column('kind'))
    expect(nextEditable(column('kind'), 'episode', 1)).toBe(column('duration'))
    expect(nextEditable(column('duration'), 'episode', 1)).toBeUndefined()
    expect(nextEditable(column('duration'), 'episode', -1)).toBe(column('kind'))
  })
  it('are set in those rows alone that have the field', () => {
    expect(having('rating', ['episode:a', 'version:a.kk', 'programme:b'])).toEqual(['episode:a'])
  })
})
