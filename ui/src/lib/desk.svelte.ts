// What the window shows and does. Every decision is the core's; here are only what is open, chosen and under way.

import { answer, commands, events, Refused } from './core'
import type {
  Block, Calculating, CalculationAsked, ChannelDay, Explanation, Failure, Fix, HeadsAsked, Lane, Problem, Proposal, RundownRow, Station, Steps,
} from './core'
import { monday, plusDays } from './dates'
import { LANGUAGES, type Tag, words } from './words.svelte'

export type View = 'day' | 'week' | 'list'
export type Dialog = 'calculate' | 'export' | 'palette' | 'help' | 'journal' | null
export type Theme = 'light' | 'dark'

/** A block of the grid, with its place. */
export interface Chosen {
  channel: string
  date: string
  block: Block
}

/** A short word about something done or refused. */
export interface Note {
  id: number
  text: string
  hint?: string
  bad: boolean
}

const NOTE_MS = 6000
const PROBLEM_DAYS = 7

class Desk {
  station = $state<Station>()
  recent = $state<string[]>([])
  steps = $state<Steps>({ undo: null, redo: null })
  view = $state<View>('week')
  channel = $state('')
  date = $state('2024-07-01')
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
  dialog = $state<Dialog>(null)
  calculating = $state<Calculating>()
  proposal = $state<Proposal>()
  notes = $state<Note[]>([])
  theme = $state<Theme>('light')
  ready = $state(false)
  /** Whether the card with the first three steps is still of use. */
  newcomer = $state(localStorage.getItem('arna.newcomer') !== 'no')

  private lastNote = 0

  /** The channel shown. */
  get channelView() {
    return this.station?.channels.find((one) => one.id === this.channel)
  }

  /** Problems of the channel shown, the worst first. */
  get channelProblems() {
    return this.problems.filter((one) => one.channel === this.channel)
  }

  count(severity: string): number {
    return this.problems.filter((one) => one.severity === severity).length
  }

  async begin() {
    const tag = localStorage.getItem('arna.language') ?? navigator.language.slice(0, 2)
    words.choose(LANGUAGES.find((one) => one === tag) ?? 'en')
    const dark = window.matchMedia('(prefers-color-scheme: dark)').matches
    this.choose(localStorage.getItem('arna.theme') === 'dark' || (!localStorage.getItem('arna.theme') && dark) ? 'dark' : 'light')
    await events.calculating.listen((event) => (this.calculating = event.payload))
    await this.act(async () => {
      const start = await answer(commands.start(words.tag))
      await this.opened(start.station, start.recent)
    })
    this.ready = true
  }

  choose(theme: Theme) {
    this.theme = theme
    localStorage.setItem('arna.theme', theme)
    document.documentElement.dataset.theme = theme
  }

  async speak(tag: Tag) {
    words.choose(tag)
    localStorage.setItem('arna.language', tag)
    await this.act(async () => {
      const start = await answer(commands.start(tag))
      this.station = start.station
      await this.refresh()
    })
  }

  async open(path: string) {
    await this.act(async () => {
      const start = await answer(commands.openStation(path, words.tag))
      await this.opened(start.station, start.recent)
    })
  }

  async pick(which: 'open' | 'new' | 'sample') {
    const ask = { open: commands.pickStation, new: commands.newStation, sample: commands.newSample }[which]
    await this.act(async () => {
      const start = await answer(ask(words.tag))
      if (start) await this.opened(start.station, start.recent)
    })
  }

  private async opened(station: Station, recent: string[]) {
    this.station = station
    this.recent = recent
    const busiest = station.channels.find((one) => one.id === this.channel) ?? station.channels[1] ?? station.channels[0]
    this.channel = busiest?.id ?? ''
    this.date = monday(station.first_date && station.airings > 0 ? station.first_date : '2024-07-01')
    this.chosen = undefined
    this.at = -1
    await this.refresh()
    this.proposal = (await answer(commands.proposal(words.tag))) ?? undefined
  }

  /** Asks the core for everything shown. */
  async refresh() {
    this.steps = await answer(commands.steps())
    await Promise.all([this.look(), this.judge()])
  }

  private async look() {
    if (!this.channel) {
      this.week = []
      this.lanes = []
      this.rows = []
      return
    }
    if (this.view === 'week') this.week = await answer(commands.week(this.channel, monday(this.date), words.tag))
    if (this.view === 'day') this.lanes = await answer(commands.day(this.date, words.tag))
    if (this.view === 'list') this.rows = await answer(commands.rundown(this.channel, this.date, words.tag))
  }

  private async judge() {
    const planned = this.station && this.station.airings > 0
    this.problems = planned ? await answer(commands.problems(monday(this.date), PROBLEM_DAYS)) : []
  }

  async show(view: View) {
    this.view = view
    await this.act(() => this.look())
  }

  async goTo(channel: string, date: string) {
    const sameWeek = monday(date) === monday(this.date)
    this.channel = channel
    this.date = date
    await this.act(async () => {
      await this.look()
      if (!sameWeek) await this.judge()
    })
  }

  /** A week or a day on, or back. */
  step(direction: 1 | -1) {
    const days = this.view === 'week' ? 7 : 1
    const from = this.view === 'week' ? monday(this.date) : this.date
    return this.goTo(this.channel, plusDays(from, direction * days))
  }

  async select(chosen: Chosen) {
    this.chosen = chosen
    this.explanation = undefined
    this.fixes = undefined
    const { block, channel, date } = chosen
    if (block.kind === 'open' && block.slot) {
      const slot = block.slot
      await this.act(async () => (this.explanation = await answer(commands.explainSlot(slot, date))))
      void this.lookForFixes(slot, date)
    } else if (block.kind === 'programme') {
      await this.act(async () => (this.explanation = await answer(commands.explainAiring(channel, date, block.starts))))
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
      if (this.chosen === chosen) this.tell(error)
    }
  }

  /** The next problem of the station, or the one before. */
  async walk(direction: 1 | -1) {
    const worth = this.problems.filter((one) => one.severity !== 'info')
    if (worth.length === 0) return this.note('note-no-problems')
    this.at = (this.at + direction + worth.length) % worth.length
    const problem = worth[this.at]
    if (problem) await this.visit(problem)
  }

  /** Goes to a problem's place. */
  async visit(problem: Problem) {
    if (!problem.channel || !problem.date) return
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

  async calculate(asked: CalculationAsked) {
    this.calculating = { step: 'sequels', done: 0, total: 1 }
    this.proposal = undefined
    try {
      this.proposal = (await answer(commands.calculate(asked, words.tag))) ?? undefined
    } catch (error) {
      this.tell(error)
    } finally {
      this.calculating = undefined
    }
  }

  cancel() {
    void commands.cancel()
  }

  async accept() {
    await this.act(async () => {
      const step = await answer(commands.accept())
      this.proposal = undefined
      this.dialog = null
      this.note('note-accepted', words.say(`op-${step.op}`, step.values))
      await this.reload()
    })
  }

  async discard() {
    await this.act(async () => {
      await answer(commands.discard())
      this.proposal = undefined
      this.dialog = null
    })
  }

  async undo() {
    await this.act(async () => {
      const step = await answer(commands.undo())
      if (step) this.note('note-undone', words.say(`op-${step.op}`, step.values))
      await this.reload()
    })
  }

  async redo() {
    await this.act(async () => {
      const step = await answer(commands.redo())
      if (step) this.note('note-redone', words.say(`op-${step.op}`, step.values))
      await this.reload()
    })
  }

  private async reload() {
    this.station = (await answer(commands.start(words.tag))).station
    this.chosen = undefined
    await this.refresh()
  }

  async exportSchedule(form: 'xmltv' | 'csv', channel: string, from: string, days: number, titles: string) {
    const head = (name: string) => words.say(`head-${name}`)
    const heads: HeadsAsked = {
      date: head('date'), start: head('start'), duration: head('duration'), end: head('end'), utc_offset: head('utc-offset'),
      title: head('title'), episode: head('episode'), language: head('language'), version: head('version'),
      origin: head('origin'),
    }
    await this.act(async () => {
      const written = await answer(commands.exportSchedule(channel, from, days, titles, form === 'csv' ? heads : null))
      if (written) this.wrote(written.path, written.airings)
    })
  }

  async exportStation() {
    await this.act(async () => {
      const written = await answer(commands.exportStation())
      if (written) this.note('note-written-station', written.path)
    })
  }

  private wrote(path: string, airings: number) {
    this.dialog = null
    this.add({ text: words.say('note-written', { airings }), hint: path, bad: false })
  }

  dismissCard() {
    this.newcomer = false
    localStorage.setItem('arna.newcomer', 'no')
  }

  private note(id: string, hint?: string) {
    this.add({ text: words.say(id), hint, bad: false })
  }

  private add(note: Omit<Note, 'id'>) {
    const id = ++this.lastNote
    this.notes.push({ id, ...note })
    setTimeout(() => this.dismiss(id), note.bad ? 3 * NOTE_MS : NOTE_MS)
  }

  dismiss(id: number) {
    this.notes = this.notes.filter((note) => note.id !== id)
  }

  /** Does something; what the core refuses is told. */
  private async act(does: () => Promise<unknown>) {
    try {
      await does()
    } catch (error) {
      this.tell(error)
    }
  }

  private tell(error: unknown) {
    if (!(error instanceof Refused)) throw error
    this.add({ text: failureText(error.failure), hint: failureHint(error.failure), bad: true })
  }
}

function failureText(failure: Failure): string {
  const details = failure.details.slice(0, 3).map((one) => `${one.path}: ${words.say(`invalid-${one.code}`, one.values)}`)
  return [words.say(`failure-${failure.code}`, failure.values), ...details].join(' ')
}

function failureHint(failure: Failure): string | undefined {
  const hint = words.known(`failure-${failure.code}-hint`, failure.values)
  return [failure.file, hint].filter(Boolean).join(' — ') || undefined
}

export const desk = new Desk()
