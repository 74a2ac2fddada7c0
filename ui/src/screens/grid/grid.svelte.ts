// A channel's grid: what is shown of it, the slot under the hands, and what the core says of it before it is saved.

import { answer, commands } from '../../lib/core'
import type { Choices, GridEdit, GridView, SlotAsked, SlotView, Trial, WouldAir } from '../../lib/core'
import { monday, plusDays } from '../../lib/dates'
import { desk } from '../../lib/desk.svelte'
import { words } from '../../lib/words.svelte'

export type Tab = 'slot' | 'occasions' | 'campaigns' | 'restrictions'

/** The dates of a layer. */
export interface Dates {
  from: string | null
  until: string | null
}

/** A slot under the hands: one that stands, or one being drawn out. */
export interface Draft {
  /** Which slot; none: a new one. */
  id: string | null
  /** The column it was taken by. */
  day: number
  /** Whether only that column's weekday is moved. */
  alone: boolean
  /** The column it is moved to. */
  toDay: number
  asked: SlotAsked
}

/** How a trial looks: it can be saved, loses something, cannot be saved. */
export type Verdict = 'good' | 'costs' | 'refused'

const EMPTY_TRIAL: Trial = {
  refused: [], conflicts: [], lost: 0, losses: [], breaks: [],
  moves: { slots: 0, premieres: 0, campaigns: 0, pins: 0, airings: 0 },
}

class Grid {
  view = $state.raw<GridView>()
  choices = $state.raw<Choices>()
  /** What the week's slots would air, where nothing is accepted yet. */
  would = $state.raw<Map<string, WouldAir>>(new Map())
  looking = $state(false)
  /** The dates of the layer that is worked on; none: everything that stands. */
  layer = $state<Dates>()
  tab = $state<Tab>('slot')
  draft = $state<Draft>()
  trial = $state.raw<Trial>(EMPTY_TRIAL)
  /** The slot and column pointed at: its links are shown. */
  pointed = $state<{ id: string; day: number }>()
  /** The slot that a link is being drawn from, and where its end is. */
  linking = $state<{ id: string; day: number; x: number; y: number }>()

  private weighing: Promise<void> | undefined
  private again = false

  constructor() {
    desk.follow(() => this.refresh())
  }

  get week(): string {
    return monday(desk.date)
  }

  slot(id: string | null | undefined): SlotView | undefined {
    return this.view?.slots.find((one) => one.id === id)
  }

  /** The slot under the hands as it stands. */
  get was(): SlotView | undefined {
    return this.slot(this.draft?.id)
  }

  /** Whether what is under the hands differs from what stands. */
  get changed(): boolean {
    const { draft, was } = this
    if (!draft) return false
    if (!was) return true
    return JSON.stringify(draft.asked) !== JSON.stringify(asked(was)) || (draft.alone && draft.toDay !== draft.day)
  }

  get verdict(): Verdict {
    if (this.trial.refused.length > 0) return 'refused'
    return this.trial.lost > 0 || this.trial.conflicts.length > 0 ? 'costs' : 'good'
  }

  async refresh() {
    if (desk.screen !== 'grid') {
      // Seen next, it is asked for then.
      this.view = undefined
      return
    }
    await this.look()
  }

  /** Asks for the grid, the slot under the hands kept where it still stands. */
  async look() {
    if (!desk.channel) {
      this.view = undefined
      return
    }
    const [view, choices] = await Promise.all([
      answer(commands.grid(desk.channel, this.week, words.tag)),
      answer(commands.gridChoices(words.tag)),
    ])
    // What the hands changed meanwhile stays under them.
    const kept = this.changed
    this.view = view
    this.choices = choices
    this.would = new Map()
    const slot = this.slot(this.draft?.id)
    if (kept && slot) void this.weigh()
    else if (this.draft && slot) this.take(slot, slot.days.includes(this.draft.day) ? this.draft.day : (slot.days[0] ?? 0))
    else this.drop()
  }

  /** Calculates what the week's slots would air. */
  async lookAhead() {
    this.looking = true
    await desk.act(async () => {
      const found = await answer(commands.gridWouldAir(desk.channel, this.week, words.tag))
      this.would = new Map(found.map((one) => [`${one.slot} ${one.date}`, one]))
    })
    this.looking = false
  }

  async goTo(channel: string, date: string) {
    desk.channel = channel
    desk.date = date
    desk.keepPlace()
    this.drop()
    await desk.act(() => this.look())
  }

  step(direction: 1 | -1) {
    return this.goTo(desk.channel, plusDays(this.week, 7 * direction))
  }

  /** Takes a slot under the hands. */
  take(slot: SlotView, day: number) {
    this.draft = { id: slot.id, day, toDay: day, alone: false, asked: asked(slot) }
    this.trial = EMPTY_TRIAL
    this.tab = 'slot'
  }

  /** Draws a new slot out. */
  draw(day: number, start: number, length: number) {
    const slots = this.view?.slots ?? []
    const near = slots.find((one) => one.start <= start && start < one.start + one.length && one.languages.length > 0) ?? usual(slots)
    const ground = this.layer ?? this.ground
    this.draft = {
      id: null, day, toDay: day, alone: false,
      asked: {
        channel: desk.channel, days: [day], start, length, from: ground.from, until: ground.until, layer: null,
        weight: 3, languages: near?.languages ?? [], occasion: null,
        fill: { kind: 'pool', programmes: [], kinds: [], tags: [] },
      },
    }
    this.trial = EMPTY_TRIAL
    this.tab = 'slot'
  }

  /** The dates of the lowest layer of this week: where a slot stands when nothing else is said. */
  get ground(): Dates {
    const ground = this.view?.layers.find((one) => one.in_week)
    return { from: ground?.from ?? null, until: ground?.until ?? null }
  }

  drop() {
    this.draft = undefined
    this.linking = undefined
    this.trial = EMPTY_TRIAL
  }

  /** Forgets what was changed, or lets go of the slot. */
  back() {
    const { draft, was } = this
    if (draft && was && this.changed) this.take(was, draft.day)
    else this.drop()
  }

  /** What saving would ask of the core. */
  get edit(): GridEdit | undefined {
    const { draft, was } = this
    if (!draft) return undefined
    const slot = $state.snapshot(draft.asked) as SlotAsked
    if (!was || !draft.id) return { verb: 'add', slot }
    const { start, length } = slot
    if (draft.alone && was.days.length > 0) return { verb: 'place_day', id: draft.id, day: draft.day, to_day: draft.toDay, start, length }
    const placed = JSON.stringify({ ...slot, start: was.start, length: was.length }) === JSON.stringify(asked(was))
    return placed ? { verb: 'place', id: draft.id, start, length } : { verb: 'change', id: draft.id, slot }
  }

  /** Asks the core what saving would do, until nothing was asked meanwhile. */
  weigh(): Promise<void> {
    this.again = true
    this.weighing ??= this.weighAll().then(() => {
      this.weighing = undefined
      // Asked in the very moment in which the last answer came.
      return this.again ? this.weigh() : undefined
    })
    return this.weighing
  }

  private async weighAll() {
    while (this.again) {
      this.again = false
      // A station open to read only cannot even be tried on.
      const edit = this.changed && !desk.readOnly ? this.edit : undefined
      try {
        this.trial = edit ? await answer(commands.gridTry(edit, words.tag)) : EMPTY_TRIAL
      } catch (error) {
        desk.tell(error)
      }
    }
  }

  async save() {
    const { edit, draft } = this
    if (!edit || !draft || !this.changed) return
    const fresh = edit.verb === 'add' || edit.verb === 'place_day'
    const known = new Set(this.view?.slots.map((one) => one.id))
    const asked = JSON.stringify(draft.asked)
    if (!(await desk.edit(() => answer(commands.gridEdit(edit))))) return
    if (!fresh) {
      const slot = this.slot(draft.id)
      if (slot && this.draft?.id === draft.id && JSON.stringify(this.draft.asked) === asked) this.take(slot, slot.days.includes(draft.toDay) ? draft.toDay : (slot.days[0] ?? 0))
      return
    }
    const made = this.view?.slots.find((one) => !known.has(one.id))
    if (made) this.take(made, made.days.includes(draft.toDay) ? draft.toDay : (made.days[0] ?? 0))
  }

  /** Saves what costs nothing; what does waits in the panel for a decision. */
  async saveIfGood() {
    await this.weigh()
    if (this.changed && this.verdict === 'good') await this.save()
  }

  /** An edit of its own, apart from what is under the hands. */
  async do(edit: GridEdit): Promise<boolean> {
    return desk.edit(() => answer(commands.gridEdit(edit)))
  }

  async remove(repeats: 'refuse' | 'remove') {
    const id = this.draft?.id
    if (!id) return this.drop()
    if (await this.do({ verb: 'remove', ids: [id], repeats })) this.drop()
  }

  /** Makes a slot the repeat of another. */
  async link(id: string, day: number, of: string, ofDay: number) {
    const slot = this.slot(id)
    if (!slot || id === of) return
    this.take(slot, day)
    if (!this.draft) return
    this.draft.asked.fill = { kind: 'repeat', of, days_after: Math.max(0, day - ofDay) }
    await this.saveIfGood()
  }

  /** Moves the slot under the hands by minutes and columns; waits for Enter. */
  async nudge(minutes: number, days: number) {
    const { draft } = this
    if (!draft) return
    draft.asked.start = Math.min(1440 - draft.asked.length, Math.max(0, draft.asked.start + minutes))
    if (days !== 0) this.shift(Math.min(6, Math.max(0, draft.toDay + days)))
    await this.weigh()
  }

  /** Takes the slot under the hands to another column: alone where it stands on others as well. */
  shift(day: number) {
    const { draft, was } = this
    if (!draft) return
    draft.toDay = day
    if (was && was.days.length > 1) draft.alone = day !== draft.day || draft.alone
    else draft.asked.days = [day]
    if (was && draft.alone && day === draft.day && draft.asked.start === was.start && draft.asked.length === was.length) draft.alone = false
  }

  async trim(minutes: number) {
    const { draft } = this
    if (!draft) return
    draft.asked.length = Math.min(1440 - draft.asked.start, Math.max(5, draft.asked.length + minutes))
    await this.weigh()
  }

  /** The columns on which the slot under the hands would stand. */
  get draftDays(): number[] {
    const { draft } = this
    if (!draft) return []
    return draft.alone ? [draft.toDay] : draft.asked.days
  }
}

/** A slot of the languages that most of a channel's slots want. */
function usual(slots: SlotView[]): SlotView | undefined {
  const times = (one: SlotView) => slots.filter((other) => other.languages.join() === one.languages.join()).length
  return slots.filter((one) => one.languages.length > 0).toSorted((a, b) => times(b) - times(a))[0]
}

/** A slot as it would be asked for. */
export function asked(slot: SlotView): SlotAsked {
  return {
    channel: slot.channel, days: [...slot.days], start: slot.start, length: slot.length, from: slot.from, until: slot.until, layer: slot.layer,
    weight: slot.weight, languages: [...slot.languages], occasion: slot.occasion, fill: structuredClone(slot.fill),
  }
}

export const grid = new Grid()
