import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { FluentResource } from '@fluent/bundle'
import { describe, expect, it } from 'vitest'

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
