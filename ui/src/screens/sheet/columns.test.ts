import { describe, expect, it } from 'vitest'

import { recalled, remember } from './columns'

const column = (at: number, head: string, field = '') => ({ at, head, field, language: '' })

function store(): Storage {
  const kept = new Map<string, string>()
  return { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value) } as Storage
}

describe('the layout of a spreadsheet', () => {
  it('is remembered by its heads', () => {
    const own = store()
    remember([column(0, 'A', 'programme'), { ...column(1, 'B', 'duration'), language: 'kk' }], own)
    expect(recalled([column(0, 'a '), column(1, 'B', 'house_number')], own)).toEqual([column(0, 'a ', 'programme'), { ...column(1, 'B', 'duration'), language: 'kk' }])
  })
  it('is as proposed where nobody said otherwise, or what was kept is damaged', () => {
    const own = store()
    expect(recalled([column(0, 'Title', 'programme')], own)[0]?.field).toBe('programme')
    own.setItem('arna.sheet.columns', '{')
    expect(recalled([column(0, 'Title', 'programme')], own)[0]?.field).toBe('programme')
  })
})
