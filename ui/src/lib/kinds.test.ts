import { afterEach, expect, it } from 'vitest'

import { KINDS, kindName, kindOf } from './kinds'
import { LANGUAGES, words } from './words.svelte'

afterEach(() => void (words.tag = 'en'))

it('kinds are told in the window’s language, and understood in every one', () => {
  words.tag = 'ru'
  expect(kindName('film')).toBe('фильм')
  expect(['Фильм', 'фильм ', 'film', '电影', 'Кинофильм'].map(kindOf)).toEqual(['film', 'film', 'film', 'film', 'Кинофильм'])
  expect(kindName('кинохроника')).toBe('кинохроника')
})

it('no two kinds have one name in a language', () => {
  for (const tag of LANGUAGES) {
    const names = KINDS.map((kind) => words.speaker(tag)(`kind-${kind}`))
    expect(new Set(names).size, tag).toBe(KINDS.length)
    expect(names.filter((name) => name.startsWith('kind-')), tag).toEqual([])
  }
})
