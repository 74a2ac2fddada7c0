// A channel's log: how it is read, what became of what was accepted, and taking it over. The core reads and decides; this asks.

import { answer, commands } from '../../lib/core'
import type { AsRun, AsRunItem, Failure, LogAsked, LogLook, LogMapping, Revision } from '../../lib/core'
import { desk } from '../../lib/desk.svelte'
import { words } from '../../lib/words.svelte'
import { bare, own, recalled, remember, tidy, type MappingDocument } from './mapping'

export const PARTS = ['mapping', 'report'] as const
export type Part = (typeof PARTS)[number]
/** What items can be looked at alone: the totals of these names. */
export const FILTERS = ['on_time', 'late', 'early', 'shorter', 'longer', 'other_version', 'replaced', 'missing', 'extra', 'untold'] as const
export type Filter = (typeof FILTERS)[number]
/** The heads of a report as a table. */
const HEADS = ['head-date', 'cli-head-due', 'head-title', 'cli-head-outcome', 'cli-head-aired', 'cli-head-late', 'cli-head-longer', 'cli-head-log', 'log-place']
const heads = (revision: number | undefined) => HEADS.map((one) => (one === 'cli-head-due' && revision !== undefined ? 'cli-head-published' : one))
const OUTCOMES = ['aired', 'other_version', 'replaced', 'missing', 'untold', 'extra']

class AsRunState {
  part = $state<Part>('report')
  path = $state('')
  date = $state('')
  /** The channel's revisions, newest first. */
  revisions = $state.raw<Revision[]>([])
  /** The revision that the log is laid beside; none: what is accepted. */
  revision = $state<number>()
  shipped = $state.raw<LogMapping[]>([])
  own = $state.raw<LogMapping[]>([])
  /** The name of the mapping. */
  name = $state('')
  document = $state<MappingDocument>()
  look = $state.raw<LogLook>()
  report = $state.raw<AsRun>()
  /** Why there is no report. */
  refused = $state.raw<Failure>()
  filter = $state<Filter>()
  chosen = $state(0)
  /** The channel whose last mapping was taken. */
  private recalledFor = ''
  private asked = 0

  constructor() {
    desk.follow(async () => {
      if (desk.screen === 'asrun') await this.begin()
    })
  }

  get file(): string {
    return this.path.split(/[\\/]/).at(-1) ?? ''
  }

  get items(): AsRunItem[] {
    const all = this.report?.items ?? []
    const filter = this.filter
    return filter ? all.filter((one) => one.outcome === filter || one.start === filter || one.length === filter) : all
  }

  async begin() {
    if (this.shipped.length === 0) this.shipped = await commands.logMappings()
    this.own = own(localStorage, this.shipped.map((one) => one.name))
    if (!this.document || this.recalledFor !== desk.channel) this.recall()
    await this.lookForRevisions()
    await this.read()
  }

  /** What the channel was sent: another channel, and a station that was restored, have others. */
  private async lookForRevisions() {
    if (!desk.channel) return
    this.revisions = await answer(commands.revisions(desk.channel))
    if (this.revisions.every((one) => one.number !== this.revision)) this.revision = undefined
  }

  /** Takes the mapping that the channel's logs were read with last. */
  private recall() {
    this.recalledFor = desk.channel
    const found = recalled(desk.channel, localStorage) ?? this.shipped[1] ?? this.shipped[0]
    if (found) this.take(found)
  }

  private take(mapping: LogMapping) {
    this.name = mapping.name
    this.document = JSON.parse(mapping.document) as MappingDocument
  }

  async useChannel(channel: string) {
    desk.channel = channel
    desk.keepPlace()
    this.recall()
    this.revision = undefined
    await desk.act(async () => {
      await this.lookForRevisions()
      await this.read()
    })
  }

  async layBeside(revision: number | undefined) {
    this.revision = revision
    this.chosen = 0
    await desk.act(() => this.read())
  }

  async useMapping(name: string) {
    const found = [...this.shipped, ...this.own].find((one) => one.name === name)
    if (found) this.take(found)
    await desk.act(() => this.read())
  }

  async chooseMapping() {
    await desk.act(async () => {
      const found = await answer(commands.chooseMapping())
      if (!found) return
      this.own = [...this.own.filter((one) => one.name !== found.name), found]
      this.take(found)
      this.part = 'mapping'
      await this.read()
    })
  }

  async saveMapping() {
    await desk.write(async () => {
      const place = await answer(commands.saveMapping(this.text(), this.name || 'as-run'))
      if (place === null) return
      const name = place.split(/[\\/]/).at(-1)?.replace(/\.json$/, '') ?? this.name
      this.name = name
      this.own = [...this.own.filter((one) => one.name !== name), { name, document: this.text() }]
      this.keep()
      desk.note('log-mapping-saved', place)
    })
  }

  async chooseLog() {
    await desk.act(async () => {
      const found = await answer(commands.chooseLog())
      if (found === null) return
      this.path = found
      this.filter = undefined
      this.chosen = 0
      await this.read()
      if (this.refused) this.part = 'mapping'
    })
  }

  async setDate(date: string) {
    this.date = date
    await desk.act(() => this.read())
  }

  private text(): string {
    return this.document ? JSON.stringify(tidy($state.snapshot(this.document) as MappingDocument), null, 2) : ''
  }

  private keep() {
    remember(desk.channel, { name: this.name, document: this.text() }, localStorage)
  }

  private question(): LogAsked {
    return { path: this.path, channel: desk.channel, mapping: this.text(), date: this.date || null, revision: this.revision ?? null, language: words.tag }
  }

  /** Reads the log by the mapping as it is. */
  async read() {
    const own = ++this.asked
    if (!this.path || !this.document || !desk.channel) return
    const question = this.question()
    const [look, report] = [await commands.lookAtLog(question), await commands.logReport(question)]
    // While a mapping does not say all yet, the log's lines stay in sight.
    const lines = look.status === 'ok' ? look : await commands.lookAtLog({ ...question, mapping: JSON.stringify(bare($state.snapshot(this.document) as MappingDocument)) })
    if (own !== this.asked) return
    this.look = look.status === 'ok' ? look.data : lines.status === 'ok' ? { ...lines.data, rows: [], remarks: [], count: 0 } : undefined
    this.report = report.status === 'ok' ? report.data : undefined
    this.refused = report.status === 'ok' ? undefined : look.status === 'ok' && look.data.failure ? look.data.failure : report.error
    this.chosen = Math.min(this.chosen, Math.max(0, this.items.length - 1))
  }

  async accept(anyway: boolean) {
    if (!this.report || desk.readOnly) return
    const question = this.question()
    if (await desk.edit(() => answer(commands.acceptLog(question, anyway)))) this.keep()
  }

  async saveReport() {
    if (!this.report) return
    await desk.write(async () => {
      const outcomes = Object.fromEntries(OUTCOMES.map((one) => [one, words.say(`asrun-${one}`)]))
      const place = await answer(commands.saveLogReport(this.question(), { heads: heads(this.revision).map((one) => words.say(one)), outcomes }))
      if (place !== null) desk.note('log-report-saved', place)
    })
  }

  step(by: number) {
    this.chosen = Math.min(this.items.length - 1, Math.max(0, this.chosen + by))
    requestAnimationFrame(() => document.querySelector('tr.on')?.scrollIntoView({ block: 'nearest' }))
  }

  /** To the next or the former item that did not air as it was to. */
  toNext(by: number) {
    const all = this.items
    for (let at = this.chosen + by; at >= 0 && at < all.length; at += by) {
      const one = all[at]
      if (one && (one.outcome !== 'aired' || one.start !== 'on_time' || one.length !== null)) {
        this.step(at - this.chosen)
        return
      }
    }
  }

  turn() {
    this.part = this.part === 'report' ? 'mapping' : 'report'
  }
}

export const asrun = new AsRunState()
