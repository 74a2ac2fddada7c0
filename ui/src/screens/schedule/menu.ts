// The menu of a block and of a day: everything that can be done with it, with its keys.

import { desk } from '../../lib/desk.svelte'
import { words } from '../../lib/words.svelte'
import { menu, type Items } from '../../parts/menu.svelte'
import { editing, isAiring } from './editing.svelte'
import { schedule, type Chosen } from './schedule.svelte'

type Where = { clientX: number; clientY: number } | Element

/** Opens the menu of a block; what is selected stays selected if the block is of it. */
export async function openBlockMenu(one: Chosen, at: Where) {
  if (!editing.isSelected(one)) await editing.pick(one)
  const say = words.say
  const many = editing.airings.length > 1
  const hold = one.block.kind === 'hold'
  const none = isAiring(one) ? undefined : say('menu-nothing-airs')
  const pinned = editing.airings.length > 0 && editing.airings.every((each) => each.block.origin === 'pin')
  const items: Items = [
    { text: say('why-here'), keys: 'E', act: () => explain() },
    { text: say('move-to'), keys: 'M', off: none, act: () => (editing.dialog = 'move') },
    { text: say('earlier-minute'), keys: 'Alt ↑', off: none, act: () => editing.nudge(-1) },
    { text: say('later-minute'), keys: 'Alt ↓', off: none, act: () => editing.nudge(1) },
    { text: say('trim-shorter'), keys: 'Alt [', off: none, act: () => editing.trim('end', -1) },
    { text: say('trim-longer'), keys: 'Alt ]', off: none, act: () => editing.trim('end', 1) },
    { text: say(pinned ? 'edit-unpin' : 'edit-pin'), keys: 'P', off: none ?? (hold && !many ? say('menu-hold') : undefined), act: () => editing.pin() },
    'line',
    { text: say('edit-copy'), keys: 'Ctrl C', off: none, act: () => editing.take() },
    { text: say('edit-paste'), keys: 'Ctrl V', off: editing.copied.length > 0 ? undefined : say('nothing-copied'), act: () => editing.paste() },
    { text: say('edit-double'), keys: 'Ctrl D', off: none ?? (hold && !many ? say('menu-hold') : undefined), act: () => editing.double() },
    { text: say('edit-swap'), off: editing.airings.length === 2 ? undefined : say('select-two'), act: () => editing.swap() },
    { text: say('edit-place'), keys: 'N', act: () => (editing.dialog = 'place') },
    { text: say('find-replace'), keys: 'Ctrl F', act: () => (editing.dialog = 'replace') },
    'line',
    { text: say('edit-remove'), keys: 'Delete', off: none, danger: true, act: () => editing.remove() },
  ]
  menu.open(items, at)
}

/** Opens the menu of a channel's date. */
export function openDayMenu(channel: string, date: string, at: Where) {
  const say = words.say
  const go = async () => {
    editing.clear()
    await schedule.goTo(channel, date)
  }
  const items: Items = [
    { text: say('copy-days'), act: async () => { await go(); editing.dialog = 'copy' } },
    { text: say('select-day'), act: async () => { await go(); await editing.pickAll(schedule.blocks().filter((one) => one.date === date && one.channel === channel && isAiring(one))) } },
    { text: say('view-list'), keys: 'L', act: async () => { desk.date = date; desk.channel = channel; await schedule.show('list') } },
    { text: say('view-day'), keys: 'D', act: async () => { desk.date = date; desk.channel = channel; await schedule.show('day') } },
  ]
  menu.open(items, at)
}

/** Shows why the chosen block is where it is. */
export function explain() {
  const why = document.querySelector<HTMLElement>('aside [data-why]')
  why?.scrollIntoView({ block: 'nearest' })
  why?.focus()
}
