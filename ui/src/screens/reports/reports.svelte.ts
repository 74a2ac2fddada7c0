// What a report is of, and what it says.

import { flushSync } from 'svelte'

import { answer, commands } from '../../lib/core'
import type { Report, ReportAsked, ReportForm, ReportWordsAsked } from '../../lib/core'
import { daysBetween } from '../../lib/dates'
import { desk } from '../../lib/desk.svelte'
import { words } from '../../lib/words.svelte'
import { printsBlank } from '../../lib/webview'
import type { Sorting } from './rows'

/** The reports, as they are listed: the message of a group is `reports-group-<group>`, of a report `report-<kind>`. */
export const GROUPS = [
  ['reach', ['programmes', 'seasons', 'channels', 'languages', 'places', 'occasions', 'prime-time']],
  ['duties', ['quotas', 'licences']],
  ['partners', ['partners', 'premieres']],
  ['air', ['promos', 'aired']],
] as const

/** Days that the page asks of at most: a leap year. */
export const MOST_DAYS = 366
const TIME = /^([0-3]\d|4[0-7]):[0-5]\d$|^48:00$/

class Reports {
  kind = $state<string>('programmes')
  from = $state('')
  days = $state(7)
  /** The channels; all where none is chosen. */
  channels = $state<string[]>([])
  prime = $state({ from: '19:00', until: '23:00' })
  report = $state.raw<Report>()
  sorting = $state<Sorting>()
  /** Whether all of it is drawn, for paper. */
  onPaper = $state(false)
  private station = ''
  private asking = 0

  constructor() {
    desk.follow(async () => {
      if (desk.screen === 'reports') await this.look()
    })
    window.addEventListener('beforeprint', () => {
      if (desk.screen === 'reports') this.toPaper()
    })
  }

  /** The channels as they are read. */
  chosen = $derived(this.channels.length === 0 ? words.say('report-all-channels') : this.channels.map((one) => desk.nameOf(one)).join(', '))

  /** What is asked; nothing where it makes no sense yet. */
  asked = $derived.by((): ReportAsked | undefined => {
    const { from, until } = this.prime
    const whole = this.from !== '' && this.days >= 1 && this.days <= MOST_DAYS && TIME.test(from) && TIME.test(until)
    if (!whole) return undefined
    return { kind: this.kind, from: this.from, days: this.days, channels: [...this.channels], prime: [from, until], titles: words.tag }
  })

  /** Begins with the whole schedule of a station that was not looked at before. */
  begin() {
    const { station } = desk
    if (!station || this.station === station.path) return
    this.station = station.path
    this.channels = []
    const first = station.airings > 0 ? station.first_date : null
    this.from = first ?? desk.date
    this.days = first && station.last_date ? Math.min(MOST_DAYS, daysBetween(first, station.last_date) + 1) : 7
  }

  async look() {
    this.begin()
    const { asked } = this
    if (!asked) return
    const mine = ++this.asking
    const found = await answer(commands.report(asked))
    // What was asked before is of no use any more.
    if (mine === this.asking) this.report = found
  }

  choose(kind: string) {
    this.kind = kind
    this.sorting = undefined
  }

  /** What a file says around the facts, in the language of the window. */
  private words(report: Report): ReportWordsAsked {
    const { say } = words
    const said = report.columns.flatMap((column, at) => (column.kind === 'word' || column.kind === 'count' || column.kind === 'text' || column.kind === 'language' ? report.rows.map((row) => row[at]) : []))
    const own = new Set(said.flatMap((cell) => (cell?.word ? [cell.word] : [])))
    return {
      title: say(`report-${report.kind}`),
      heads: report.columns.map((column) => say(`report-head-${column.name}`)),
      words: Object.fromEntries([...own].map((word) => [word, say(`report-word-${word}`)])),
      total: say('report-total'),
      decimal: say('report-decimal'),
      notes: report.notes.map((note) => say(`report-note-${note.code}`, note.values)),
      channels: this.chosen,
      none: say('reports-none'),
      language: words.tag,
    }
  }

  async export(form: ReportForm) {
    await desk.write(async () => {
      const { asked, report } = this
      if (!asked || !report) return
      const written = await answer(commands.exportReport(asked, form, this.words(report)))
      if (written) desk.add({ text: words.say('reports-written', { count: written.airings }), hint: written.path, bad: false })
    })
  }

  /** Prints what is shown; where pages across come out blank, saves them as a PDF that any program prints. */
  print() {
    return printsBlank(navigator.userAgent) ? this.export('pdf') : window.print()
  }

  /** Draws all of it in light colours, until it is printed. */
  private toPaper() {
    const size = document.createElement('style')
    size.textContent = '@page { size: A4 landscape; margin: 10mm }'
    document.head.append(size)
    document.documentElement.dataset.theme = 'light'
    flushSync(() => (this.onPaper = true))
    window.addEventListener('afterprint', () => {
      size.remove()
      document.documentElement.dataset.theme = desk.theme
      this.onPaper = false
    }, { once: true })
  }
}

export const reports = new Reports()
