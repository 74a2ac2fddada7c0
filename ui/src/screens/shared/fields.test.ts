import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { LANGUAGES, words } from '../../lib/words.svelte'
import { fieldName, fieldValue, wordOf } from './fields'

const part = (name: string, more = {}) => ({ name, item: null, language: null, ...more })

/** Every field that the form of a station has, and what lies in them. */
function fields(): string[] {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../docs/station.schema.json'), 'utf8'))
  const found = new Set<string>()
  const look = (value: unknown) => {
    if (value === null || typeof value !== 'object') return
    if ('properties' in value) for (const name of Object.keys(value.properties as object)) found.add(name)
    for (const inner of Object.values(value)) look(inner)
  }
  // Airings are told by what becomes of them, not by their fields.
  for (const [name, inner] of Object.entries(schema.$defs ?? schema.definitions)) if (name !== 'Airing') look(inner)
  return [...found]
}

it('every field that records have is called something in every language', () => {
  const all = fields()
  expect(all.length).toBeGreaterThan(70)
  for (const tag of LANGUAGES) {
    const say = words.speaker(tag)
    const unsaid = all.map(wordOf).filter((word) => word && say(word) === word)
    expect(unsaid, tag).toEqual([])
  }
})

it('a field is called by the way to it', () => {
  words.tag = 'en'
  const way = [part('seasons', { item: '3' }), part('episodes', { item: '1' }), part('title', { language: 'kk' })]
  expect(fieldName(way, words.say)).toBe('Season 3 › Episode 1 › Title (kk)')
  expect(fieldName([part('versions', { item: 'kk' }), part('duration_ms')], words.say)).toBe('Version kk › Duration')
  expect(fieldName([part('to'), part('sftp'), part('host')], words.say)).toBe('Where to › SFTP › Server')
  words.tag = 'kk'
  expect(fieldName(way, words.say)).toBe('Маусым 3 › Бөлім 1 › Атауы (kk)')
  words.tag = 'en'
})

it('a value is told as what it means', () => {
  expect(fieldValue([part('shared')], 'true', words.say)).toBe('yes')
  expect(fieldValue([part('tags')], 'true', words.say)).toBe('true')
  expect(fieldValue([], '', words.say)).toBe('there')
  expect(fieldValue([], null, words.say)).toBe('not there')
})
