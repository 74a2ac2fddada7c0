// A slot's menu: what its panel and keys do as well.

import type { SlotView } from '../../lib/core'
import type { words } from '../../lib/words.svelte'
import type { Items } from '../../parts/menu.svelte'
import { grid } from './grid.svelte'

export function slotMenu(slot: SlotView, day: number, say: typeof words.say): Items {
  const several = slot.days.length > 1
  const weekday = say(`weekday-${day}`)
  return [
    { text: say('grid-split-day', { weekday }), off: several ? undefined : say('grid-one-day'), act: () => grid.do({ verb: 'split_days', id: slot.id, days: [day] }) },
    { text: say('grid-split-week'), act: () => grid.do({ verb: 'split_from', id: slot.id, date: grid.week }) },
    { text: say('grid-every-day'), off: slot.days.length === 7 ? say('grid-every-day-already') : undefined, act: () => grid.do({ verb: 'copy', ids: [slot.id], days: [0, 1, 2, 3, 4, 5, 6], channels: [] }) },
    'line',
    { text: say('grid-remove'), keys: 'Del', danger: true, act: () => grid.remove('refuse') },
    ...(slot.repeated_by.length > 0 ? [{ text: say('grid-remove-with-repeats', { count: slot.repeated_by.length }), danger: true, act: () => grid.remove('remove') }] : []),
  ]
}
