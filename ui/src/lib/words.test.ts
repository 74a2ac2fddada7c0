import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { FluentResource } from '@fluent/bundle'
import { describe, expect, it } from 'vitest'

import { words } from './words.svelte'

const locales = join(import.meta.dirname, '../../../locales')
const ids = (text: string) => [...text.matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1])
const names = (text: string) => [...new Set([...text.matchAll(/\$([\w-]+)/g)].map((match) => match[1]))].sort()

describe('message files', () => {
  for (const file of readdirSync(join(locales, 'en'))) {
    const texts = readdirSync(locales).map((tag) => [tag, readFileSync(join(locales, tag, file), 'utf8')] as const)
    const english = texts.find(([tag]) => tag === 'en')?.[1] ?? ''

    it(`${file} says the same things in every language, with the same values`, () => {
      expect(ids(english).length).toBeGreaterThan(3)
      for (const [tag, text] of texts) {
        expect(ids(text), tag).toEqual(ids(english))
        expect(names(text), tag).toEqual(names(english))
      }
    })

    it(`${file} reads whole in every language`, () => {
      for (const [tag, text] of texts) {
        expect(new FluentResource(text).body.length, tag).toBe(ids(text).length)
      }
    })
  }
})

/** What is typed or written as it stands: addresses, heads of a workbook, the sign of a hash, a sign among signs. */
const CODE = /postgresql:\/\/[^，。；\s]+|名称 \([a-z]+\)|SHA256:|(?<= ); 或/g
/** A sign of Latin punctuation beside a Chinese letter or sign; what is filled in counts as one. */
const LATIN_SIGN = /[\p{Script=Han}。，、：；？！（）《》“”…] ?[,:;?!()]|[,:;?!()] ?[\p{Script=Han}。，、：；？！（）《》“”…]/u

type Pattern = NonNullable<FluentResource['body'][number]['value']>
type Part = Exclude<Pattern, string>[number]

/** The texts of a message, each form of it by itself, with a letter for what is filled in. */
function texts(pattern: Pattern | null): string[] {
  if (pattern === null || typeof pattern === 'string') return pattern === null ? [] : [pattern]
  const forms = (part: Part) => (typeof part !== 'string' && part.type === 'select' ? part.variants.flatMap((variant) => texts(variant.value as Pattern)) : [])
  return [pattern.map((part) => (typeof part === 'string' ? part : '字')).join(''), ...pattern.flatMap(forms)]
}

it('Chinese has its own punctuation', () => {
  const latin = readdirSync(join(locales, 'zh')).flatMap((file) =>
    new FluentResource(readFileSync(join(locales, 'zh', file), 'utf8')).body.flatMap((message) =>
      texts(message.value).filter((text) => LATIN_SIGN.test(text.replace(CODE, ''))).map((text) => `${file}: ${message.id} = ${text}`),
    ),
  )
  expect(latin).toEqual([])
})

/** Every source of the page, as one text. */
const sources = readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(svelte|ts)$/.test(name) && !/\.test\.ts$|bindings\.ts$/.test(name))
  .map((name) => readFileSync(join(import.meta.dirname, '..', name), 'utf8'))
  .join('\n')
/** Beginnings of ids that are put together where they are said: `weekday-` of `weekday-${…}`. */
const beginnings = [...sources.matchAll(/[`']([a-z][a-z0-9_-]*-)(?:\$\{|' \+)/g)].map((match) => match[1] ?? '')
/** What the core names: it says which of these it sends, and its own tests hold each against its message. */
const OF_THE_CORE = ['faults.ftl', 'findings.ftl', 'formats.ftl', 'ops.ftl', 'cli.ftl', 'workbook.ftl']

describe('messages and the page', () => {
  const files = readdirSync(join(locales, 'en'))
  const known = new Map(files.flatMap((file) => ids(readFileSync(join(locales, 'en', file), 'utf8')).map((id) => [id, file] as const)))

  it('says nothing that nobody wrote', () => {
    const said = [...sources.matchAll(/\b(?:say|words\.say|note)\(\s*'([a-z][\w-]*)'/g)].map((match) => match[1] ?? '')
    expect(said.length).toBeGreaterThan(100)
    expect([...new Set(said)].filter((id) => !known.has(id))).toEqual([])
  })

  it('has no message that nobody says', () => {
    const unsaid = [...known].filter(
      ([id, file]) =>
        !OF_THE_CORE.includes(file) && !beginnings.some((beginning) => id?.startsWith(beginning)) && !new RegExp(`['"\`]${id}['"\`]`).test(sources),
    )
    expect(unsaid.map(([id]) => id)).toEqual([])
  })
})

it('counts that come as text choose the plural form too, and years stay as they are', () => {
  words.tag = 'ru'
  expect(words.say('op-move_occasion', { name: 'X', days: '1' })).toContain('на 1 день')
  expect(words.say('op-move_occasion', { name: 'X', days: '3' })).toContain('на 3 дня')
  expect(words.say('op-move_occasion', { name: 'X', days: '-2' })).toContain('на -2 дня')
  expect(words.say('op-move_occasion', { name: 'X', days: '11' })).toContain('на 11 дней')
  words.tag = 'en'
  expect(words.say('date-short', { day: '2', month: 'July', year: '2024' })).toBe('2 July 2024')
  expect(words.say('op-add_slot', { start: '06', channel: '007' })).toBe('Add the slot 06 on 007')
})

it('groups what is counted as each language does, and leaves what is called by a number', () => {
  const counted = { en: '1,299', ru: '1\u00a0299', kk: '1\u00a0299', zh: '1,299' }
  for (const [tag, figure] of Object.entries(counted)) {
    words.tag = tag as keyof typeof counted
    expect(words.whole(1299), tag).toBe(figure)
    expect(words.say('changes-count', { count: 1299 }), tag).toContain(figure)
    expect(words.say('op-remove_airings', { count: '1299' }), tag).toContain(figure)
    expect(words.say('op-revert', { number: '1299' }), tag).toContain('1299')
    expect(words.say('publishing-revision', { number: 1299 }), tag).toContain('1299')
  }
  words.tag = 'ru'
  expect([words.signed(1299), words.signed(-3), words.signed(0)]).toEqual(['+1\u00a0299', '−3', '±0'])
  expect(words.decimal('12.5')).toBe('12,5')
})

it('says dates and languages by their names, and what was typed as it was', () => {
  words.tag = 'en'
  expect(words.say('op-accept_plan', { from: '2024-07-01', until: '2024-07-14' })).toBe('Accept the plan of 1\u00a0July\u00a02024 to 14\u00a0July\u00a02024')
  expect(words.say('finding-wrong_language', { language: 'ru', languages: 'kk, en' })).toBe('Its language is Russian; the slot wants Kazakh, English.')
  expect(words.say('invalid-bad_date', { found: '2024-02-30' })).toContain('2024-02-30')
  expect(words.say('op-remove_airing', { title: '2024-07-01', date: '2024-07-02', at: '21:00' })).toBe('Remove “2024-07-01” (2\u00a0July\u00a02024, 21:00)')
})
