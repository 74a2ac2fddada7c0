import { describe, expect, it } from 'vitest'

import { bare, columnOf, columnText, recalled, remember, tidy, wordsOf, wordsText, type MappingDocument } from './mapping'

const store = () => {
  const all = new Map<string, string>()
  return { getItem: (name: string) => all.get(name) ?? null, setItem: (name: string, value: string) => void all.set(name, value) }
}

describe('a mapping under the hands', () => {
  it('writes columns as one reads them, and back', () => {
    expect([columnText('Title'), columnText(4), columnText([28, 67]), columnText(undefined)]).toEqual(['Title', '4', '28-67', ''])
    expect(columnOf('28 – 67', 'fixed', false)).toEqual([28, 67])
    expect(columnOf('4', 'delimited', false)).toBe(4)
    expect(columnOf('4', 'delimited', true)).toBe('4')
    expect(columnOf(' ', 'delimited', true)).toBeUndefined()
  })
  it('tells an empty cell from none', () => {
    expect(wordsText(['', 'OK'])).toBe('"", OK')
    expect(wordsOf('"", OK , ')).toEqual(['', 'OK'])
  })
  it('leaves out what says nothing', () => {
    const document: MappingDocument = { format: 'arna-asrun/1', rows: { fixed: {} }, date: { from: 'asked', pivot: undefined }, columns: { title: undefined, start: [1, 6] } }
    expect(tidy(document)).toEqual({ format: 'arna-asrun/1', rows: { fixed: {} }, date: { from: 'asked' }, columns: { start: [1, 6] } })
  })
  it('falls into cells before it says all', () => {
    const begun: MappingDocument = { format: 'arna-asrun/1', rows: { delimited: { delimiter: ';', heads: true } }, encoding: 'windows-1251', date: { from: 'head' }, status: { aired: ['OK'] } }
    expect(bare(begun)).toEqual({ format: 'arna-asrun/1', rows: begun.rows, encoding: 'windows-1251', columns: { start: 1, title: 1 }, date: { from: 'asked' } })
  })
  it('remembers what a channel was read with', () => {
    const own = store()
    remember('khabar.kz', { name: 'fixed', document: '{}' }, own)
    remember('silkway.kz', { name: 'csv', document: '{}' }, own)
    remember('khabar.kz', { name: 'own', document: '{"a":1}' }, own)
    expect(recalled('khabar.kz', own)).toEqual({ name: 'own', document: '{"a":1}' })
    expect(recalled('silkway.kz', own)?.name).toBe('csv')
    expect(recalled('other', own)).toBeUndefined()
  })
})
