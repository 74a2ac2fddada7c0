// The schedule shown: a week of a channel, a day of all channels or a day's rundown, its problems, and what is chosen of it.

import { answer, commands } from '../../lib/core'
import type { Block, ChannelDay, Explanation, Fix, Lane, Now, Overview, Problem, Rundown, StepView } from '../../lib/core'
import { daysBetween, monday, plusDays } from '../../lib/dates'
import { desk } from '../../lib/desk.svelte'
import { steady, steadyList } from '../../lib/steady'
import { words } from '../../lib/words.svelte'

export type View = 'day' | 'week' | 'list'

/** A block of the grid, with its place. */
export interface Chosen {
  channel: string
  date: string
  block: Block
}

const PROBLEM_DAYS = 7
/** Pixels of a minute. */
export const SCALES = [0.6, 0.8, 1, 1.3, 1.7, 2.4]
/** Where the evening begins: what a coordinator wants to see first. */
export const EVENING = 11 * 60
const TICK_MS = 20_000
/** How long after an edit what takes longer is asked for: edits by key come in rows. */
const SETTLE_MS = 250
const MOST_SURVEYED = 400

function grouped<T>(all: T[], by: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = by(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

/** A day asked for again, where it is the same day of the same channel: what did not change in it is not drawn again. */
function steadyDay(old: ChannelDay | undefined, now: ChannelDay): ChannelDay {
  if (!old || old.channel !== now.channel || old.date.date !== now.date.date) return now
  return steady(old, { ...now, blocks: steadyList(old.blocks, now.blocks, (block) => block.kind + block.starts) })
}

class Schedule {
  view = $state<View>('week')
  week = $state.raw<ChannelDay[]>([])
  lanes = $state.raw<Lane[]>([])
  /** The day shown as a list. */
  list = $state.raw<Rundown>()
  problems = $state.raw<Problem[]>([])
  /** The problems of each channel's date, but for remarks. */
  private problemsAt = $derived(grouped(this.problems.filter((one) => one.severity !== 'info'), (one) => `${one.channel} ${one.date}`))
  /** What wants a hand on each channel: errors and what is open. */
  private wanting = $derived(grouped(this.problems.filter((one) => one.severity === 'error' || one.severity === 'open'), (one) => one.channel ?? ''))
  /** The problem that F8 came to last. */
  at = $state(-1)
  chosen = $state<Chosen>()
  /** Further blocks selected beside the one chosen. */
  others = $state.raw<Chosen[]>([])
  explanation = $state.raw<Explanation>()
  /** What would help the open slot chosen; none while it is looked for. */
  fixes = $state.raw<Fix[]>()
  /** The search for what would help, while it goes on and after. */
  private looking: Promise<unknown> = Promise.resolve()
  /** What time it is on every channel, by the core's clock. */
  now = $state.raw<Now[]>([])
  overview = $state.raw<Overview>()
  /** Pixels of a minute, as a place among the scales. */
  zoom = $state(2)

  /** What is looked for, counted: an answer that a later question has overtaken is of no use. */
  private turn = 0
  /** The assessment that waits until edits rest, and the last one begun. */
  private due: number | undefined
  /** The station and week that the problems are of. */
  private judged = ''
  /** Whether the problems are those of a station that was looked at. */
  assessedOnce = $state(false)
  private assessing: Promise<unknown> = Promise.resolve()
  /** What is done once after an edit has been drawn. */
  private later: number | undefined

  constructor() {
    desk.follow(() => this.refresh())
    setInterval(() => void this.tick(), TICK_MS)
  }

  /** Asks what time it is. */
  async tick() {
    if (desk.station) this.now = await answer(commands.now())
  }

  nowOn(channel: string): Now | undefined {
    return this.now.find((one) => one.channel === channel)
  }

  /** Whether something on air is over. */
  isPast(channel: string, date: string, end: number): boolean {
    const now = this.nowOn(channel)
    return now !== undefined && (date < now.date || (date === now.date && end <= now.minute))
  }

  /** Goes to today on the channel shown. */
  today() {
    const now = this.nowOn(desk.channel)
    if (now) return this.goTo(desk.channel, now.date)
  }

  scale(direction: 1 | 0 | -1) {
    this.zoom = direction === 0 ? 2 : Math.min(SCALES.length - 1, Math.max(0, this.zoom + direction))
  }

  get days(): ChannelDay[] {
    if (this.view === 'week') return this.week
    if (this.view === 'day') return this.lanes.map((lane) => lane.day)
    return this.list ? [this.list.day] : []
  }

  dayOf(channel: string, date: string): ChannelDay | undefined {
    return this.days.find((one) => one.channel === channel && one.date.date === date)
  }

  /** Every block shown that can be chosen, day by day in time order. */
  blocks(): Chosen[] {
    return this.days.flatMap((day) =>
      day.blocks.filter((one) => one.kind !== 'break').map((block) => ({ channel: day.channel, date: day.date.date, block })),
    )
  }

  /** The block that Tab comes to where none is chosen. */
  entry = $derived.by(() => {
    const all = this.blocks()
    const one = all.find((each) => each.block.start >= EVENING) ?? all[0]
    return one && `${one.channel} ${one.block.kind} ${one.block.starts}`
  })

  clear() {
    this.others = []
    this.chosen = undefined
    this.explanation = undefined
    this.fixes = undefined
  }

  /** Shows the station as it is after an edit, with what was edited chosen. */
  async edited(step: StepView, at: { channel: string; date: string; starts: string }[]) {
    await this.look()
    const found = at.flatMap((one) => this.blocks().filter((block) => block.channel === one.channel && block.block.starts === one.starts).slice(0, 1))
    const [first, ...others] = found
    this.clear()
    this.chosen = first
    this.others = others
    desk.steps = { undo: step, redo: null }
    // What takes longer comes after: reasons, problems, the overview, what other screens show.
    clearTimeout(this.later)
    this.later = window.setTimeout(() => void desk.act(async () => {
      await desk.reload()
      await this.explain()
    }), SETTLE_MS)
  }

  /** Problems of the channel shown, the worst first. */
  get channelProblems() {
    return this.problems.filter((one) => one.channel === desk.channel)
  }

  /** How many problems of a channel want a hand. */
  wantingOn(channel: string): number {
    return this.wanting.get(channel)?.length ?? 0
  }

  count(severity: string): number {
    return this.problems.filter((one) => one.severity === severity).length
  }

  /** Asks for everything again; what was chosen stays chosen where it is still there. */
  async refresh() {
    // What was to come after an edit comes with this.
    clearTimeout(this.later)
    const chosen = this.chosen
    this.at = -1
    const isLast = await this.look()
    this.assessLater()
    void desk.act(() => this.tick())
    if (!isLast || !chosen || this.chosen !== chosen) return
    // What undo moved is still what was chosen.
    const all = this.blocks()
    const alike = all.filter((one) => one.channel === chosen.channel && one.block.kind === chosen.block.kind && one.block.version === chosen.block.version)
    const still = alike.find((one) => one.block.starts === chosen.block.starts) ?? alike.find((one) => one.date === chosen.date && one.block.version !== null)
    if (!still) return this.clear()
    if (still.block.starts !== chosen.block.starts) this.explanation = undefined
    this.chosen = still
    this.others = this.others.flatMap((other) => all.filter((one) => one.channel === other.channel && one.block.starts === other.block.starts && one.block.kind === other.block.kind))
    // The reasons come once steps rest: the next one would wait for them.
    this.later = window.setTimeout(() => void desk.act(() => this.explain()), SETTLE_MS)
  }

  /** Asks for what is shown. Whether nothing was asked for meanwhile that makes it of no use. */
  async look(): Promise<boolean> {
    const turn = ++this.turn
    const { channel, date } = desk
    if (!channel) {
      this.week = []
      this.lanes = []
      this.list = undefined
      return true
    }
    if (this.view === 'week') {
      const week = await answer(commands.week(channel, monday(date), words.tag))
      if (turn === this.turn) this.week = week.map((day, n) => steadyDay(this.week[n], day))
    } else if (this.view === 'day') {
      const lanes = await answer(commands.day(date, words.tag))
      if (turn === this.turn) this.lanes = lanes.map((lane, n) => ({ ...lane, day: steadyDay(this.lanes[n]?.day, lane.day) }))
    } else {
      const list = await answer(commands.rundown(channel, date, words.tag))
      if (turn === this.turn) this.list = list
    }
    return turn === this.turn
  }

  /** Asks for problems and the overview once edits rest: both take a look at the whole schedule. */
  private assessLater() {
    clearTimeout(this.due)
    this.due = window.setTimeout(() => void this.assess(), SETTLE_MS)
  }

  private assess(): Promise<unknown> {
    clearTimeout(this.due)
    this.due = undefined
    this.assessing = desk.act(async () => {
      await this.judge()
      await this.survey()
    })
    return this.assessing
  }

  /** Waits until the problems are those of the schedule as it is. */
  private assessed(): Promise<unknown> {
    return this.due === undefined ? this.assessing : this.assess()
  }

  private async judge() {
    const planned = desk.station && desk.station.airings > 0
    const wanting = (all: Problem[]) => all.filter((one) => one.severity !== 'info').length
    const [of, before] = [monday(desk.date), this.problems]
    this.problems = planned ? await answer(commands.problems(of, PROBLEM_DAYS)) : []
    // Whatever it was done by: where a week has fewer problems than before, one is mended.
    if (this.judged === `${desk.station?.path} ${of}` && wanting(this.problems) < wanting(before)) desk.took('fix')
    this.judged = `${desk.station?.path} ${of}`
    this.assessedOnce = true
  }

  /** Asks for the whole schedule from far away. */
  private async survey() {
    const { first_date: from, last_date: last } = desk.station ?? {}
    const days = from && last ? Math.min(daysBetween(from, last) + 1, MOST_SURVEYED) : 0
    this.overview = from && days > 0 ? await answer(commands.overview(from, days)) : undefined
  }

  async show(view: View) {
    this.view = view
    desk.show('schedule')
    await desk.act(() => this.look())
  }

  async goTo(channel: string, date: string) {
    const sameWeek = monday(date) === monday(desk.date)
    desk.channel = channel
    desk.date = date
    desk.keepPlace()
    await desk.act(() => this.look())
    if (!sameWeek) this.assessLater()
  }

  /** A week or a day on, or back. */
  step(direction: 1 | -1) {
    const days = this.view === 'week' ? 7 : 1
    const from = this.view === 'week' ? monday(desk.date) : desk.date
    return this.goTo(desk.channel, plusDays(from, direction * days))
  }

  async select(chosen: Chosen) {
    this.chosen = chosen
    this.explanation = undefined
    this.fixes = undefined
    await this.explain()
  }

  /** Asks why what is chosen is where it is. Another choice ends it: what was asked about may be gone by then. */
  private async explain() {
    const chosen = this.chosen
    if (!chosen || this.explanation) return
    const { block, channel, date } = chosen
    const isOpen = block.kind === 'open' && block.slot !== null
    if (!isOpen && block.kind !== 'programme') return
    await desk.act(async () => {
      try {
        const found = await answer(isOpen ? commands.explainSlot(block.slot ?? '', date) : commands.explainAiring(channel, date, block.starts))
        if (this.chosen === chosen) this.explanation = found
      } catch (error) {
        if (this.chosen === chosen) throw error
      }
    })
    if (isOpen && this.chosen === chosen) this.looking = this.lookForFixes(block.slot ?? '', date)
  }

  /** Takes a moment, so the reasons are shown before. Another choice ends it. */
  private async lookForFixes(slot: string, date: string) {
    // As it is kept here: what is kept is another object than what was handed in.
    const chosen = this.chosen
    try {
      const found = await answer(commands.fixes(slot, date))
      if (this.chosen === chosen) this.fixes = found
    } catch (error) {
      if (this.chosen === chosen) desk.tell(error)
    }
  }

  /** The next problem of the station, or the one before. */
  async walk(direction: 1 | -1) {
    await this.assessed()
    const worth = this.problems.filter((one) => one.severity !== 'info')
    if (worth.length === 0) return desk.note('note-no-problems')
    this.at = (this.at + direction + worth.length) % worth.length
    const problem = worth[this.at]
    if (problem) await this.visit(problem)
  }

  /** Goes to a problem's place. */
  async visit(problem: Problem) {
    if (!problem.channel || !problem.date) return
    desk.show('schedule')
    await this.goTo(problem.channel, problem.date)
    const block = this.dayOf(problem.channel, problem.date)?.blocks.find((one) => this.isAt(problem, one))
    if (block) await this.select({ channel: problem.channel, date: problem.date, block })
    desk.took('see')
  }

  /** Goes to an open slot, the one chosen or the first of the problems, and waits for what would help there. Whether something does. */
  async help(): Promise<boolean> {
    if (this.chosen?.block.kind !== 'open') {
      await this.assessed()
      const open = this.problems.find((one) => one.code === 'open')
      if (!open) {
        desk.note('note-no-open')
        return false
      }
      await this.visit(open)
    }
    await this.looking
    return (this.fixes?.length ?? 0) > 0
  }

  private isAt(problem: Problem, block: Block): boolean {
    return problem.slot && block.slot === problem.slot ? true : problem.starts !== null && problem.starts === block.starts
  }

  /** The worst problem of a block, if there is one. */
  problemOf(channel: string, date: string, block: Block): Problem | undefined {
    return this.problemsAt.get(`${channel} ${date}`)?.find((one) => this.isAt(one, block))
  }
}

export const schedule = new Schedule()
