// Sentences, from the message files that the command line reads too.

import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from '@fluent/bundle'

import { dated } from './dates'

export const LANGUAGES = ['en', 'kk', 'ru', 'zh'] as const
export type Tag = (typeof LANGUAGES)[number]
export const LANGUAGE_NAMES: Record<Tag, string> = { en: 'English', kk: 'Қазақша', ru: 'Русский', zh: '中文' }

const files = import.meta.glob<string>(['../../../locales/*/*.ftl', '!**/cli.ftl'], {
  query: '?raw', import: 'default', eager: true,
})

function bundle(tag: Tag): FluentBundle {
  // Plural forms and the grouping of figures are all that is asked of the web view's own language data. Where it has none of Kazakh,
  // its plural forms are as English's.
  const made = new FluentBundle(tag === 'kk' ? ['kk', 'en'] : tag, { useIsolating: false })
  for (const [path, text] of Object.entries(files)) {
    if (path.includes(`/${tag}/`)) made.addResource(new FluentResource(text), { allowOverrides: true })
  }
  return made
}

const bundles = new Map<Tag, FluentBundle>(LANGUAGES.map((tag) => [tag, bundle(tag)]))

export type Values = Record<string, FluentVariable>

/** How figures are grouped. Web views may know Kazakh by its name alone; it groups as Russian does. */
const figures = new Map<Tag, Intl.NumberFormat>(LANGUAGES.map((tag) => [tag, new Intl.NumberFormat(tag === 'kk' ? 'ru' : tag)]))
const grouped = (value: number, tag: Tag): string => figures.get(tag)?.format(value) ?? String(value)

/** Values that count something. Other figures that come as text are names: a year, an episode's number, an id. */
const COUNTS = new Set([
  'added', 'aired', 'airings', 'breaks', 'bytes', 'channels', 'count', 'days', 'entries', 'episodes', 'fails', 'files', 'hours', 'kept', 'lost', 'minutes', 'missing',
  'mib', 'more', 'most', 'moved', 'nominal', 'placed', 'points', 'removed', 'revisions', 'rows', 'runs', 'max_runs', 'score', 'seconds', 'slots', 'waits',
])

/** Values that people wrote, or that name something: a plan that is called by a date is called so in every language. */
const WRITTEN = new Set([
  'account', 'author', 'campaign', 'channel', 'column', 'episode', 'file', 'files', 'find', 'folder', 'found', 'id', 'ids', 'licence', 'login', 'name', 'names', 'occasion',
  'path', 'place', 'programme', 'receiver', 'season', 'sheet', 'slot', 'station', 'tags', 'text', 'title', 'titles', 'user', 'version', 'was-title', 'was-what', 'what',
])

/** A number that chooses the plural form, written in one way. */
class Figure extends FluentNumber {
  constructor(value: number, private readonly written: string) {
    super(value)
  }

  override toString(): string {
    return this.written
  }
}

/** A value as a sentence tells it. The core sends all as text: numbers choose the plural form, dates and languages have names. */
function told(name: string, value: FluentVariable, tag: Tag): FluentVariable {
  if (typeof value === 'number') return new Figure(value, name === 'number' ? String(value) : grouped(value, tag))
  if (typeof value !== 'string') return value
  if (/^-?\d{1,15}$/.test(value) && String(Number(value)) === value) return new Figure(Number(value), COUNTS.has(name) ? grouped(Number(value), tag) : value)
  const say = (id: string, values?: Values) => message(tag, id, values ?? {}) ?? id
  if (name === 'languages') return value.replace(/\b(?:en|kk|ru|zh)\b(?!-)/g, (language) => say('language-name', { language }))
  return WRITTEN.has(name) ? value : dated(value, say)
}

function message(wanted: Tag, id: string, values: Values): string | undefined {
  for (const tag of [wanted, 'en'] as const) {
    const own = bundles.get(tag)
    const pattern = own?.getMessage(id)?.value
    if (own && pattern) return own.formatPattern(pattern, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, told(name, value, tag)])), [])
  }
  return undefined
}

/** The words of the language chosen, with English behind them. */
class Words {
  tag = $state<Tag>('en')

  choose(tag: Tag) {
    this.tag = tag
    document.documentElement.lang = tag
  }

  /** A message; one that nobody wrote shows as its id, so that nothing is hidden. */
  say = (id: string, values: Values = {}): string => this.known(id, values) ?? id

  /** A message, if there is one. */
  known = (id: string, values: Values = {}): string | undefined => message(this.tag, id, values)

  /** A whole number, grouped: `1,299`. */
  whole = (value: number): string => grouped(value, this.tag)

  /** A difference, with its sign: `+1,299`, `−3`, `±0`. */
  signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${this.whole(Math.abs(value))}`

  /** A figure that is written with a point, with the language's own mark. */
  decimal = (figure: string): string => figure.replace('.', this.say('report-decimal'))

  /** The words of another language than the one chosen: for what its readers get. */
  speaker(tag: Tag) {
    return (id: string, values: Values = {}): string => message(tag, id, values) ?? id
  }
}

export const words = new Words()
