import { expect, test } from 'vitest'

import type { Fill } from '../../lib/core'
import { fillName, minutesOf, wall } from './slots'

test('grid times go on past midnight', () => {
  expect(wall(360)).toBe('06:00')
  expect(wall(1530)).toBe('25:30')
  expect(minutesOf('25:30')).toBe(1530)
  expect(minutesOf(' 6:05 ')).toBe(365)
  expect(minutesOf('0605')).toBe(365)
  for (const text of ['', '24', '12:60', '49:00', 'noon', '-1:00']) expect(minutesOf(text)).toBeUndefined()
})

test('a fill is called by what it airs, and by its kind where that has no name', () => {
  const say = (id: string) => `<${id}>`
  const named = (fill: Fill, title = '', season = 0) => fillName(fill, title, season, say)
  expect(named({ kind: 'sequel', season: 'q/3', restart: false }, 'Quotes', 3)).toBe('Quotes · 3')
  expect(named({ kind: 'sequel', season: 'q/3', restart: false })).toBe('q/3')
  expect(named({ kind: 'repeat', of: 'a', days_after: 1 }, 'Quotes')).toBe('Quotes')
  expect(named({ kind: 'repeat', of: 'a', days_after: 1 })).toBe('<grid-fill-repeat>')
  expect(named({ kind: 'pool', programmes: [], kinds: ['film'], tags: ['sky'] })).toBe('film · sky')
  expect(named({ kind: 'pool', programmes: [], kinds: [], tags: [] })).toBe('<grid-pool-all>')
  expect(named({ kind: 'hold', title: 'Жаңалықтар', language: 'kk' })).toBe('Жаңалықтар')
})
