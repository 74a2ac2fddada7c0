// Editing the schedule by hand: what is selected, what the core would say of an edit, doing it, and telling what it did.

import { answer, commands, Refused } from '../../lib/core'
import type { Edit, Fix, Landing, Spot, Verdict } from '../../lib/core'
import { plusDays } from '../../lib/dates'
import { desk, failureText } from '../../lib/desk.svelte'
import { words } from '../../lib/words.svelte'
import { schedule, type Chosen } from './schedule.svelte'

export type Collision = 'refuse' | 'shift' | 'replace' | 'trim'
export type EditDialog = 'move' | 'place' | 'replace' | 'copy' | 'plans' | null

/** A question that an edit raises before it is done. */
export interface Asking {
  edit: Edit
  verdict: Verdict
  x: number
  y: number
}

/** An edit, or how to make it when its turn comes: of what is selected then. */
type Asked = Edit | (() => Edit | undefined)

export const keyOf = (one: Chosen) => `${one.channel} ${one.block.kind} ${one.block.starts}`
/** What an edit can take hold of: breaks follow their programme, an open slot is nothing yet. */
export const isAiring = (one: Chosen) => one.block.kind === 'programme' || one.block.kind === 'hold'
const named = (one: Chosen) => ({ channel: one.channel, starts: one.block.starts })

class Editing {
  dialog = $state<EditDialog>(null)
  asking = $state.raw<Asking>()
  /** What was done last, for those who do not see it. */
  said = $state('')
  copied = $state.raw<Chosen[]>([])

  /** Further blocks selected beside the one chosen. */
  get others(): Chosen[] {
    return schedule.others
  }
  set others(others: Chosen[]) {
    schedule.others = others
  }

  /** Everything selected, the one chosen first. */
  get all(): Chosen[] {
    return schedule.chosen ? [schedule.chosen, ...this.others] : []
  }

  get airings(): Chosen[] {
    return this.all.filter(isAiring)
  }

  isSelected(one: Chosen): boolean {
    const key = keyOf(one)
    return this.all.some((other) => keyOf(other) === key)
  }

  /** Selects a block: alone, or with Ctrl besides, or with Shift everything up to it. */
  async pick(one: Chosen, event?: { ctrlKey: boolean; shiftKey: boolean }) {
    if (event?.ctrlKey && schedule.chosen) {
      const key = keyOf(one)
      if (key === keyOf(schedule.chosen)) {
        const [next, ...rest] = this.others
        this.others = rest
        if (next) await schedule.select(next)
        else schedule.clear()
      } else if (this.others.some((other) => keyOf(other) === key)) {
        this.others = this.others.filter((other) => keyOf(other) !== key)
      } else {
        this.others = [...this.others, one]
      }
      return
    }
    if (event?.shiftKey && schedule.chosen) {
      this.others = this.between(schedule.chosen, one)
      return
    }
    this.others = []
    await schedule.select(one)
  }

  /** Selects several at once. */
  async pickAll(all: Chosen[]) {
    const [first, ...rest] = all
    if (!first) return this.clear()
    this.others = rest
    await schedule.select(first)
  }

  clear() {
    schedule.clear()
  }

  private between(from: Chosen, to: Chosen): Chosen[] {
    const place = (one: Chosen) => `${one.date} ${String(one.block.start).padStart(5, '0')}`
    const [first, last] = [place(from), place(to)].sort()
    const own = from.channel === to.channel ? schedule.blocks().filter((one) => one.channel === from.channel) : [to]
    const key = keyOf(from)
    return own.filter((one) => isAiring(one) && keyOf(one) !== key && place(one) >= (first ?? '') && place(one) <= (last ?? ''))
  }

  judge(edit: Edit): Promise<Verdict> {
    return answer(commands.judgeEdit(edit, words.tag))
  }

  /** Judges an edit and does it; where something speaks against it, asks first. */
  async attempt(asked: Asked, at?: { x: number; y: number }): Promise<boolean> {
    return desk.inTurn(async () => {
      const edit = typeof asked === 'function' ? asked() : asked
      if (!edit) return
      const verdict = await this.judge(edit)
      if (verdict.refused && verdict.choices.length === 0) throw new Refused(verdict.refused)
      const red = verdict.refused === null && verdict.light === 'red'
      if (verdict.choices.length > 0 || red) {
        const place = at ?? this.besideChosen()
        this.asking = { edit, verdict, ...place }
        return
      }
      await this.settle(edit, 'refuse')
    })
  }

  /** Ends a dialog and does what it was about. */
  async conclude(event: SubmitEvent, edit: Edit | undefined) {
    event.preventDefault()
    if (!edit) return
    this.dialog = null
    await this.attempt(edit)
  }

  /** Does an edit without asking; edits follow each other. */
  async do(asked: Asked, collision: Collision = 'refuse'): Promise<boolean> {
    return desk.inTurn(async () => {
      const edit = typeof asked === 'function' ? asked() : asked
      if (edit) await this.settle(edit, collision)
    })
  }

  private async settle(edit: Edit, collision: Collision) {
    const before = this.all
    let edited
    try {
      edited = await answer(commands.editAirings(edit, collision, words.tag))
    } catch (error) {
      if (error instanceof Refused) this.said = failureText(error.failure)
      throw error
    }
    this.said = words.say(`op-${edited.step.op}`, edited.step.values)
    await schedule.edited(edited.step, this.landed(before, edited.landings))
  }

  /** Where the blocks selected are after an edit. */
  private landed(before: Chosen[], landings: Landing[]): { channel: string; date: string; starts: string }[] {
    const free = [...landings]
    if (before.length === 0) return free.slice(0, 1)
    return before.flatMap((one) => {
      const at = free.findIndex((landing) => (one.block.version ?? null) === landing.version && (landing.version !== null || landing.title === one.block.title))
      const found = at >= 0 ? free.splice(at, 1) : before.length === 1 ? free.splice(0, 1) : []
      return found.length > 0 ? found : [{ channel: one.channel, date: one.date, starts: one.block.starts }]
    })
  }

  private besideChosen(): { x: number; y: number } {
    const rect = document.querySelector('.block.chosen, tr.chosen')?.getBoundingClientRect()
    return rect ? { x: rect.left + 20, y: rect.top + 20 } : { x: window.innerWidth / 2 - 160, y: window.innerHeight / 3 }
  }

  // What keys and menus ask for.

  private first(): Chosen | undefined {
    const first = this.airings[0]
    if (!first) this.said = words.say('nothing-selected')
    return first
  }

  nudge(minutes: number) {
    // Asked again when its turn comes: a key held down moves what the key before has moved.
    return desk.inTurn(async () => {
      const first = this.first()
      if (!first) return
      const edit: Edit = { verb: 'move', airings: this.airings.map(named), to: { channel: first.channel, date: first.date, time: { by: minutes } } }
      try {
        await this.settle(edit, 'refuse')
      } catch (error) {
        if (!(error instanceof Refused) || error.failure.code !== 'collides') throw error
        this.asking = { edit, verdict: await this.judge(edit), ...this.besideChosen() }
      }
    })
  }

  trim(edge: 'start' | 'end', minutes: number) {
    return this.attempt(() => {
      const first = this.first()
      return first && { verb: 'trim', airing: named(first), edge, to: { channel: first.channel, date: first.date, time: { by: minutes } } }
    })
  }

  move(to: Spot, at?: { x: number; y: number }) {
    return this.attempt({ verb: 'move', airings: this.airings.map(named), to }, at)
  }

  copy(to: Spot, at?: { x: number; y: number }) {
    return this.attempt({ verb: 'copy', airings: this.airings.map(named), to }, at)
  }

  remove() {
    return this.do(() => this.first() && { verb: 'remove', airings: this.airings.map(named) })
  }

  pin() {
    return this.do(() => {
      if (!this.first()) return undefined
      const pinned = this.airings.every((one) => one.block.origin === 'pin' || one.block.kind === 'hold')
      return { verb: pinned ? 'unpin' : 'pin', airings: this.airings.map(named) }
    })
  }

  swap() {
    const [one, other] = this.airings
    if (one && other) return this.attempt({ verb: 'swap', one: named(one), other: named(other) })
    this.said = words.say('select-two')
  }

  /** Puts a version where the chosen block is: in an open slot, or instead of what airs. */
  use(version: string) {
    const chosen = schedule.chosen
    if (!chosen) return
    if (chosen.block.kind === 'open') {
      return this.attempt({ verb: 'place', version, to: { channel: chosen.channel, date: chosen.date, time: { minute: chosen.block.start } } })
    }
    return this.attempt({ verb: 'replace', airing: named(chosen), version })
  }

  /** Applies a fix of an open slot. */
  fix(slot: string, date: string, fix: Fix) {
    return desk.inTurn(async () => {
      const step = await answer(commands.fillByFix(slot, date, fix.document, fix.airs, words.tag))
      this.said = words.say(`op-${step.op}`, step.values)
      desk.note('note-accepted', this.said)
      await schedule.edited(step, [])
    })
  }

  /** Takes the selection to be copied; without one the day or the week shown. */
  take() {
    this.copied = this.airings
    if (this.copied.length === 0) {
      this.dialog = 'copy'
      return
    }
    this.said = words.say('copied', { count: this.copied.length })
    desk.note('copied-note', this.said)
  }

  /** Puts what was taken where the chosen block starts, else on the date shown at the time that it had. */
  paste() {
    const [first] = this.copied
    if (!first) return desk.note('nothing-copied')
    const chosen = schedule.chosen
    const same = chosen && keyOf(chosen) === keyOf(first)
    const to: Spot = chosen && !same
      ? { channel: chosen.channel, date: chosen.date, time: { minute: chosen.block.start } }
      : { channel: desk.channel, date: plusDays(first.date, first.date === desk.date || same ? 1 : 0), time: { wall: first.block.start_wall } }
    const date = chosen && !same ? to.date : first.date === desk.date || same ? to.date : desk.date
    return this.attempt({ verb: 'copy', airings: this.copied.map(named), to: { ...to, date } })
  }

  /** Copies the selection to follow itself. */
  double() {
    const first = this.first()
    if (!first) return
    const last = Math.max(...this.airings.filter((one) => one.channel === first.channel && one.date === first.date).map((one) => one.block.over))
    return this.copy({ channel: first.channel, date: first.date, time: { minute: last } })
  }
}

export const editing = new Editing()
