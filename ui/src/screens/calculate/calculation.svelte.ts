// A calculation, and the proposal that waits for a decision: what to calculate, what is looked at, what is chosen to be accepted.

import { answer, commands, events } from '../../lib/core'
import type { Calculating, CalculationAsked, ComparedDay, Examined, Fix, ImportAsked, Problem, Proposal } from '../../lib/core'
import { monday } from '../../lib/dates'
import { desk } from '../../lib/desk.svelte'
import { words } from '../../lib/words.svelte'
import { cellsOf, dayKey, dayOf } from './days'

/** A calculation of which nothing is known yet. */
export const BEGUN: Calculating = { step: 'sequels', done: 0, total: 1, score: null, short: null }

export type Looking = 'day' | 'week' | 'channels'

class Calculation {
  /** How far the calculation under way is. */
  running = $state<Calculating>()
  proposal = $state<Proposal>()
  /** The channels to calculate; none: all. */
  channels = $state<string[]>()
  from = $state('')
  days = $state(14)
  keep = $state<CalculationAsked['keep']>('nothing')
  effort = $state<CalculationAsked['effort']>('normal')
  prove = $state(true)
  /** The days chosen to be accepted. */
  chosen = $state<string[]>([])
  examined = $state<Examined>()
  looking = $state<Looking>('day')
  /** The channel and date that are looked at. */
  at = $state<{ channel: string; date: string }>()
  compared = $state<ComparedDay[]>([])
  /** What would help open slots, by slot and date; none while it is looked for. */
  fixes = $state<Record<string, Fix[] | 'looking'>>({})

  /** The station that all of this is about. */
  private path: string | undefined
  /** Calculations begun or cancelled. */
  private turn = 0

  constructor() {
    desk.follow(() => this.refresh())
    void events.calculating.listen((event) => {
      if (this.running) this.running = event.payload
    })
  }

  async refresh() {
    const path = desk.station?.path
    if (path !== this.path) {
      // Another station has other channels and dates.
      this.path = path
      this.from = monday(desk.date)
      this.channels = undefined
      this.at = undefined
      this.chosen = []
    }
    await this.take((await answer(commands.proposal())) ?? undefined)
  }

  private async take(proposal: Proposal | undefined) {
    this.proposal = proposal
    this.fixes = {}
    const cells = proposal ? cellsOf(proposal) : []
    const there = new Set(cells.filter((cell) => cell.changes > 0 && !cell.taken).map((cell) => dayKey(cell.channel, cell.date)))
    this.chosen = this.chosen.filter((one) => there.has(one))
    this.examined = undefined
    const at = this.at
    const holds = at && proposal && proposal.asked.channels.includes(at.channel) && proposal.dates.some((one) => one.date === at.date)
    if (!holds) {
      const first = cells.find((cell) => cell.changes > 0 || cell.open > 0) ?? cells[0]
      this.at = first && { channel: first.channel, date: first.date }
    }
    await this.compare()
    if (this.chosen.length > 0 && proposal && !proposal.stale) await this.examine()
  }

  async look(channel: string, date: string) {
    this.at = { channel, date }
    await desk.act(() => this.compare())
  }

  async show(looking: Looking) {
    this.looking = looking
    await desk.act(() => this.compare())
  }

  private async compare() {
    const at = this.at
    if (!this.proposal || !at) {
      this.compared = []
      return
    }
    const all =
      this.looking === 'channels'
        ? await answer(commands.proposalDay(at.date, words.tag))
        : await answer(commands.proposalWeek(at.channel, monday(at.date), words.tag))
    this.compared = this.looking === 'day' ? all.filter((one) => one.now.date.date === at.date) : all
  }

  async calculate(asked: CalculationAsked) {
    const own = (this.turn += 1)
    this.running = BEGUN
    await desk.act(async () => {
      const proposal = (await answer(commands.calculate(asked))) ?? undefined
      if (this.turn === own) await this.take(proposal)
    })
    if (this.turn === own) this.running = undefined
  }

  /** Makes what another's file says the proposal, and shows it; whether it did. */
  propose(asked: ImportAsked): Promise<boolean> {
    return desk.save(async () => {
      await answer(commands.proposeSchedule(asked))
      desk.show('calculate')
      await this.take((await answer(commands.proposal())) ?? undefined)
    })
  }

  begin() {
    const accepted = (desk.station?.airings ?? 0) > 0
    const keep = accepted ? this.keep : 'nothing'
    return this.calculate({
      channels: this.channels ? [...this.channels] : null, from: this.from, days: this.days, effort: this.effort, proof: this.prove && keep === 'nothing' ? 'given' : 'spared', keep,
    })
  }

  /** Calculates a date's week as fixes are tried out, but with nothing kept, and shows what comes of it. */
  async weekAnew(date: string) {
    this.channels = undefined
    this.from = monday(date)
    this.days = 7
    desk.show('calculate')
    await this.calculate({ channels: null, from: this.from, days: this.days, effort: 'fast', proof: 'spared', keep: 'nothing' })
  }

  /** Calculates what waits once more, as it was asked for or with nothing kept. */
  async again(keepsNothing = false) {
    const proposal = this.proposal
    if (!proposal) return
    const { asked } = proposal
    await this.calculate({
      channels: asked.all ? null : asked.channels, from: proposal.from, days: proposal.days, effort: asked.effort as CalculationAsked['effort'],
      proof: asked.proved ? 'given' : 'spared', keep: !keepsNothing && (asked.keep === 'pinned' || asked.keep === 'accepted') ? asked.keep : 'nothing',
    })
  }

  /** Ends it at once for whoever waits; the core leaves off at its next step and keeps nothing of it. */
  cancel() {
    this.turn += 1
    this.running = undefined
    void commands.cancel()
  }

  choose(days: string[], on: boolean) {
    const rest = this.chosen.filter((one) => !days.includes(one))
    this.chosen = on ? [...rest, ...days] : rest
    this.examined = undefined
    if (this.chosen.length > 0) void desk.act(() => this.examine())
  }

  private async examine() {
    const chosen = this.chosen
    const examined = await answer(commands.examine(chosen.map(dayOf)))
    if (this.chosen === chosen) this.examined = examined
  }

  async acceptAll() {
    if (await desk.edit(() => answer(commands.accept()))) this.leadOn()
  }

  async acceptChosen() {
    const days = this.chosen.map(dayOf)
    if (await desk.edit(() => answer(commands.acceptDays(days)))) this.leadOn()
  }

  /** Where nothing waits any more, what was accepted is in the schedule. */
  private leadOn() {
    if (!this.proposal) desk.show('schedule')
  }

  async discard() {
    await desk.save(async () => {
      await answer(commands.discard())
      this.chosen = []
      await this.take(undefined)
    })
  }

  /** Takes a moment; asking for another slot ends it. */
  async help(problem: Problem) {
    const { slot, date } = problem
    if (!slot || !date) return
    const key = dayKey(slot, date)
    this.fixes[key] = 'looking'
    try {
      this.fixes[key] = await answer(commands.proposalFixes(slot, date))
    } catch (error) {
      delete this.fixes[key]
      desk.tell(error)
    }
  }

  async apply(fix: Fix) {
    if (fix.anew) return this.again(true)
    if (fix.amendments.length === 0 || (await desk.edit(() => answer(commands.applyFix(fix.document))))) await this.again()
  }

  async placeAnyway(problem: Problem, version: string) {
    const { slot, date } = problem
    if (!slot || !date) return
    if (await desk.edit(() => answer(commands.placeAnyway(slot, date, version)))) await this.again()
  }
}

export const calculation = new Calculation()
