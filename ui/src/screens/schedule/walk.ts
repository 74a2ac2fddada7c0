// The focus over blocks: arrows go to what is nearest in their direction.

import { tick } from 'svelte'

import { editing } from './editing.svelte'
import { next, type Direction } from './nearest'
import { schedule } from './schedule.svelte'

export async function walkTo(direction: Direction) {
  const one = next(schedule.blocks(), schedule.chosen, direction, schedule.view === 'day')
  if (!one) return
  await editing.pick(one)
  await focusChosen()
}

/** Goes to what would help an open slot, the nearest first: Enter applies it. */
export async function goToFix() {
  if (!(await schedule.help())) return
  await tick()
  const nearest = document.querySelector<HTMLElement>('aside .fixes button')
  nearest?.scrollIntoView({ block: 'center' })
  nearest?.focus()
}

/** Gives the chosen block the focus, once it is drawn. */
export async function focusChosen() {
  await tick()
  document.querySelector<HTMLElement>('.block.chosen, tr.chosen')?.focus({ preventScroll: true })
}
