// Sentences, from the message files that the command line reads too.

import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from '@fluent/bundle'

export const LANGUAGES = ['en', 'kk', 'ru', 'zh'] as const
export type Tag = (typeof LANGUAGES)[number]
export const LANGUAGE_NAMES: Record<Tag, string> = { en: 'English', kk: 'Қазақша', ru: 'Русский', zh: '中文' }

const files = import.meta.glob<string>(['../../../locales/*/*.ftl', '!**/cli.ftl'], {
  query: '?raw', import: 'default', eager: true,
})

function bundle(tag: Tag): FluentBundle {
  // Plural forms and figures are all that is asked of the web view's own language data. Where it has none of Kazakh, its plural
  // forms are as English's.
  const made = new FluentBundle(tag === 'kk' ? ['kk', 'en'] : tag, { useIsolating: false })
  for (const [path, text] of Object.entries(files)) {
    if (path.includes(`/${tag}/`)) made.addResource(new FluentResource(text), { allowOverrides: true })
  }
  return made
}

const bundles = new Map<Tag, FluentBundle>(LANGUAGES.map((tag) => [tag, bundle(tag)]))

export type Values = Record<string, FluentVariable>

/** The core sends counts as text: as numbers they choose the plural form, written as they came. */
function counted(values: Values): Values {
  const pairs = Object.entries(values).map(([name, value]) => {
    const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) && String(Number(value)) === value
    return [name, number ? new FluentNumber(Number(value), { useGrouping: false }) : value] as const
  })
  return Object.fromEntries(pairs)
}

function message(wanted: Tag, id: string, values: Values): string | undefined {
  for (const tag of [wanted, 'en'] as const) {
    const own = bundles.get(tag)
    const pattern = own?.getMessage(id)?.value
    if (own && pattern) return own.formatPattern(pattern, counted(values), [])
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

  /** The words of another language than the one chosen: for what its readers get. */
  speaker(tag: Tag) {
    return (id: string, values: Values = {}): string => message(tag, id, values) ?? id
  }
}

export const words = new Words()
