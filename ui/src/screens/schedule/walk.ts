// The focus over blocks: arrows go to what is nearest in their direction.

import { tick } from 'svelte'

import { editing } from './editing.svelte'
import { next, type Direction } from './nearest'
import { schedule } from './schedule.svelte'

export async function walkTo(direction: Direction) {
  if (schedule.view === 'list') return
  const one = next(schedule.blocks(), schedule.chosen, direction, schedule.view === 'day')
  if (!one) return
  await editing.pick(one)
  await focusChosen()
}

/** Gives the chosen block the focus, once it is drawn. */
export async function focusChosen() {
  await tick()
  document.querySelector<HTMLElement>('.block.chosen')?.focus({ preventScroll: true })
}
