// The schedule shown: a week of a channel, a day of all channels or a day's rundown, its problems, and what is chosen of it.

import { answer, commands } from '../../lib/core'
import type { Block, ChannelDay, Explanation, Fix, Lane, Problem, RundownRow } from '../../lib/core'
import { monday, plusDays } from '../../lib/dates'
import { desk } from '../../lib/desk.svelte'
import { words } from '../../lib/words.svelte'

export type View = 'day' | 'week' | 'list'

/** A block of the grid, with its place. */
export interface Chosen {
  channel: string
  date: string
  block: Block
}

const PROBLEM_DAYS = 7

class Schedule {
  view = $state<View>('week')
  week = $state<ChannelDay[]>([])
  lanes = $state<Lane[]>([])
  rows = $state<RundownRow[]>([])
  problems = $state<Problem[]>([])
  /** The problem that F8 came to last. */
  at = $state(-1)
  chosen = $state<Chosen>()
  explanation = $state<Explanation>()
  /** What would help the open slot chosen; none while it is looked for. */
  fixes = $state<Fix[]>()

  constructor() {
    desk.follow(() => this.refresh())
  }

  /** Problems of the channel shown, the worst first. */
  get channelProblems() {
    return this.problems.filter((one) => one.channel === desk.channel)
  }

  count(severity: string): number {
    return this.problems.filter((one) => one.severity === severity).length
  }

  /** Asks for everything again. */
  async refresh() {
    this.chosen = undefined
    this.at = -1
    await Promise.all([this.look(), this.judge()])
  }

  private async look() {
    if (!desk.channel) {
      this.week = []
      this.lanes = []
      this.rows = []
      return
    }
    if (this.view === 'week') this.week = await answer(commands.week(desk.channel, monday(desk.date), words.tag))
    if (this.view === 'day') this.lanes = await answer(commands.day(desk.date, words.tag))
    if (this.view === 'list') this.rows = await answer(commands.rundown(desk.channel, desk.date, words.tag))
  }

  private async judge() {
    const planned = desk.station && desk.station.airings > 0
    this.problems = planned ? await answer(commands.problems(monday(desk.date), PROBLEM_DAYS)) : []
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
    await desk.act(async () => {
      await this.look()
      if (!sameWeek) await this.judge()
    })
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
    const { block, channel, date } = chosen
    if (block.kind === 'open' && block.slot) {
      const slot = block.slot
      await desk.act(async () => (this.explanation = await answer(commands.explainSlot(slot, date))))
      void this.lookForFixes(slot, date)
    } else if (block.kind === 'programme') {
      await desk.act(async () => (this.explanation = await answer(commands.explainAiring(channel, date, block.starts))))
    }
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
    if (this.view === 'list') this.view = 'week'
    await this.goTo(problem.channel, problem.date)
    const days = this.view === 'week' ? this.week : this.lanes.map((lane) => lane.day)
    const day = days.find((one) => one.channel === problem.channel && one.date.date === problem.date)
    const block = day?.blocks.find((one) => this.isAt(problem, one))
    if (block) await this.select({ channel: problem.channel, date: problem.date, block })
  }

  private isAt(problem: Problem, block: Block): boolean {
    return problem.slot && block.slot === problem.slot ? true : problem.starts !== null && problem.starts === block.starts
  }

  /** The worst problem of a block, if there is one. */
  problemOf(channel: string, date: string, block: Block): Problem | undefined {
    return this.problems.find(
      (one) => one.severity !== 'info' && one.channel === channel && one.date === date && this.isAt(one, block),
    )
  }
}

export const schedule = new Schedule()
