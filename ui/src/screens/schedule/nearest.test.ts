import { expect, test } from 'vitest'

import type { Block } from '../../lib/core'
import type { Chosen } from './schedule.svelte'
import { next } from './nearest'

const one = (date: string, start: number, end: number): Chosen => ({ channel: 'a', date, block: { kind: 'programme', start, end, starts: `${date} ${start}` } as Block })
const blocks = [one('1', 0, 60), one('1', 60, 120), one('2', 0, 30), one('2', 30, 90), one('2', 90, 120)]

test('along the axis arrows go block by block and on to the next day', () => {
  expect(next(blocks, blocks[0], 'down', false)).toBe(blocks[1])
  expect(next(blocks, blocks[1], 'down', false)).toBe(blocks[2])
  expect(next(blocks, blocks[2], 'up', false)).toBe(blocks[1])
  expect(next(blocks, blocks[0], 'up', false)).toBeUndefined()
})

test('across the axis they go to what airs then', () => {
  expect(next(blocks, blocks[1], 'right', false)).toBe(blocks[3])
  expect(next(blocks, blocks[4], 'left', false)).toBe(blocks[1])
  expect(next(blocks, blocks[1], 'down', true)).toBe(blocks[3])
  expect(next(blocks, blocks[0], 'left', false)).toBeUndefined()
})

test('without a place to start from they begin with the first', () => {
  expect(next(blocks, undefined, 'left', false)).toBe(blocks[0])
})
