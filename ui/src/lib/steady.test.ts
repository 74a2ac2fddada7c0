import { expect, test } from 'vitest'

import { steadyList } from './steady'

const keyOf = (one: { id: string }) => one.id

test('what did not change stays the same object, wherever it stands', () => {
  const old = [{ id: 'a', title: 'Алтын адам' }, { id: 'b', title: 'Жібек жолы' }]
  const now = [{ id: 'b', title: 'Жібек жолы' }, { id: 'a', title: 'Алтын адам, қайталау' }, { id: 'c', title: '丝路' }]
  const kept = steadyList(old, now, keyOf)
  expect(kept).toEqual(now)
  expect(kept[0]).toBe(old[1])
  expect(kept[1]).toBe(now[1])
  expect(kept[2]).toBe(now[2])
})
