// What a report's chart shows: values by things and by kinds of them, to be drawn by draw.ts. The table behind it says the same and more.

import type { Report, ReportCell } from '../../lib/core'
import { words, type Values } from '../../lib/words.svelte'

type Say = (id: string, values?: Values) => string

/** One kind of value, in a colour of the window's. */
export interface Series {
  name: string
  /** A custom property of app.css: `--kk`; a second kind of the same thing is paler. */
  colour: string
  pale?: boolean
  values: number[]
}

export interface Chart {
  /** Bars lie where names are long, and stand where dates follow each other. */
  lying: boolean
  things: string[]
  series: Series[]
  unit: 'hours' | 'percent' | 'count'
  /** For each thing a least value that is due. */
  due?: { name: string; values: (number | null)[] }
  /** Things that there were, where not all are drawn. */
  of: number
}

/** Bars that can be told apart. */
const MOST_LYING = 12
const MOST_STANDING = 62
const HOUR = 3_600_000
const LANGUAGES = ['kk', 'ru', 'zh', 'en']

const colourOf = (language: string) => `--${LANGUAGES.includes(language) ? language : 'other'}`

/** A report's cells by the names of its columns. */
function reader(report: Report) {
  const at = new Map(report.columns.map((column, n) => [column.name, n]))
  const cell = (row: ReportCell[], name: string) => row[at.get(name) ?? -1]
  return {
    text: (row: ReportCell[], name: string) => cell(row, name)?.text ?? '',
    word: (row: ReportCell[], name: string) => cell(row, name)?.word ?? '',
    number: (row: ReportCell[], name: string) => cell(row, name)?.number ?? 0,
    has: (row: ReportCell[], name: string) => cell(row, name)?.number != null,
  }
}

/** Adds up values by thing and kind, both in the order in which they come. */
function summed(rows: ReportCell[][], thing: (row: ReportCell[]) => string, kind: (row: ReportCell[]) => string, value: (row: ReportCell[]) => number) {
  const things: string[] = []
  const sums = new Map<string, Map<string, number>>()
  for (const row of rows) {
    const [one, own] = [thing(row), kind(row)]
    if (!things.includes(one)) things.push(one)
    const of = sums.get(own) ?? new Map<string, number>()
    of.set(one, (of.get(one) ?? 0) + value(row))
    sums.set(own, of)
  }
  return { things, kinds: [...sums.keys()], value: (own: string, one: string) => sums.get(own)?.get(one) ?? 0 }
}

function byLanguage(report: Report, thing: (row: ReportCell[]) => string, value: (row: ReportCell[]) => number, lying: boolean, say: Say): Chart {
  const { text } = reader(report)
  const sums = summed(report.rows, thing, (row) => text(row, 'language'), value)
  const kinds = [...sums.kinds].sort((a, b) => LANGUAGES.indexOf(a) - LANGUAGES.indexOf(b))
  const things = sums.things.slice(0, lying ? MOST_LYING : MOST_STANDING)
  return {
    lying, things, unit: 'count', of: sums.things.length,
    series: kinds.map((own) => ({ name: say('language-name', { language: own }), colour: colourOf(own), values: things.map((one) => sums.value(own, one)) })),
  }
}

function reach(report: Report, say: Say): Chart {
  const { text, word, number } = reader(report)
  const rows = report.rows.slice(0, MOST_LYING)
  const name = (row: ReportCell[]) => {
    if (report.kind === 'seasons') return `${text(row, 'programme')} · ${number(row, 'season')}`
    if (report.kind === 'prime-time') return say(`report-word-${word(row, 'hours')}`)
    const own = row[0]?.text ?? ''
    return report.kind === 'languages' ? say('language-name', { language: own }) : own
  }
  const hours = (ms: number) => ms / HOUR
  return {
    lying: true, things: rows.map(name), unit: 'hours', of: report.rows.length,
    series: [
      { name: say('report-word-prime'), colour: '--accent', values: rows.map((row) => hours(number(row, 'prime_on_air'))) },
      { name: say('report-word-other'), colour: '--accent', pale: true, values: rows.map((row) => hours(number(row, 'on_air') - number(row, 'prime_on_air'))) },
    ],
  }
}

function quotas(report: Report, day: (date: string) => string, say: Say): Chart {
  const { text, number, has } = reader(report)
  const on = report.rows.filter((row) => number(row, 'counted') > 0)
  const thing = (row: ReportCell[]) => `${text(row, 'channel')} · ${day(text(row, 'week'))}`
  const share = byLanguage({ ...report, rows: on }, thing, (row) => 100 * number(row, 'share'), true, say)
  const due = new Map(on.filter((row) => has(row, 'asked') || has(row, 'law')).map((row) => [thing(row), 100 * Math.max(number(row, 'asked'), number(row, 'law'))]))
  return { ...share, unit: 'percent', due: { name: say('reports-due'), values: share.things.map((one) => due.get(one) ?? null) } }
}

function licences(report: Report, say: Say): Chart {
  const { text, word, number, has } = reader(report)
  const limited = report.rows.filter((row) => has(row, 'runs_left'))
  const rows = limited.slice(0, MOST_LYING)
  const left = (unused: boolean) => rows.map((row) => ((word(row, 'state') === 'ends_unused') === unused ? number(row, 'runs_left') : 0))
  return {
    lying: true, things: rows.map((row) => text(row, 'licence')), unit: 'count', of: limited.length,
    series: [
      { name: say('report-head-runs_taken'), colour: '--accent', values: rows.map((row) => number(row, 'runs_taken')) },
      { name: say('report-head-runs_left'), colour: '--accent', pale: true, values: left(false) },
      { name: say('report-word-ends_unused'), colour: '--warning', values: left(true) },
    ],
  }
}

function promos(report: Report, day: (date: string) => string, say: Say): Chart {
  const { text, number } = reader(report)
  const dates = [...report.rows].sort((a, b) => text(a, 'date').localeCompare(text(b, 'date')))
  const sum = (name: string) => summed(dates, (row) => text(row, 'date'), () => '', (row) => number(row, name))
  const [delivered, short] = [sum('delivered'), sum('short')]
  const things = delivered.things.slice(0, MOST_STANDING)
  return {
    lying: false, things: things.map(day), unit: 'count', of: delivered.things.length,
    series: [
      { name: say('report-head-delivered'), colour: '--accent', values: things.map((one) => delivered.value('', one)) },
      { name: say('report-head-short'), colour: '--warning', values: things.map((one) => short.value('', one)) },
    ],
  }
}

function aired(report: Report, say: Say): Chart {
  const { text, word, number } = reader(report)
  const told = report.rows.filter((row) => word(row, 'state') === 'told')
  const of = (name: string) => summed(told, (row) => text(row, 'channel'), () => '', (row) => number(row, name))
  const { things } = of('on_time')
  const shown = things.slice(0, MOST_LYING)
  const series = (name: string, colour: string, pale = false): Series => ({ name: say(`report-head-${name}`), colour, pale, values: shown.map((one) => of(name).value('', one)) })
  return {
    lying: true, things: shown, unit: 'count', of: things.length,
    series: [series('on_time', '--accent'), series('late', '--warning'), series('early', '--warning', true), series('other_version', '--other'), series('not_aired', '--error'), series('extra', '--other', true)],
  }
}

/** What a report's chart shows; nothing where there is nothing to show. */
export function chartOf(report: Report, day: (date: string) => string, say: Say): Chart | undefined {
  const { text, number } = reader(report)
  const made = (): Chart => {
    switch (report.kind) {
      case 'quotas': return quotas(report, day, say)
      case 'licences': return licences(report, say)
      case 'partners': return byLanguage(report, (row) => `${text(row, 'partner')} · ${text(row, 'channel')}`, (row) => number(row, 'airings'), true, say)
      case 'premieres': return byLanguage(report, (row) => day(text(row, 'date')), () => 1, false, say)
      case 'promos': return promos(report, day, say)
      case 'aired': return aired(report, say)
      default: return reach(report, say)
    }
  }
  const chart = made()
  const series = chart.series.filter((one) => one.values.some((value) => value > 0))
  return chart.things.length > 0 && series.length > 0 ? { ...chart, series } : undefined
}

/** A value as it is read: `12.5`, with the language's own mark. */
export function figure(value: number, unit: Chart['unit']): string {
  const text = unit === 'count' ? words.whole(value) : words.decimal(value.toFixed(1))
  return unit === 'percent' ? `${text} %` : text
}
