import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { FluentBundle, FluentResource } from '@fluent/bundle'
import { describe, expect, it } from 'vitest'

import { causeText } from './causes'

const locales = join(import.meta.dirname, '../../../../locales')

function speaker(tag: string) {
  const bundle = new FluentBundle(tag, { useIsolating: false })
  bundle.addResource(new FluentResource(readFileSync(join(locales, tag, 'findings.ftl'), 'utf8')))
  return (id: string, values?: Record<string, string>) => {
    const message = bundle.getMessage(id)?.value
    if (!message) throw new Error(`${tag} has no ${id}`)
    return bundle.formatPattern(message, values)
  }
}

describe('causes', () => {
  it('say the rule that forbids what was accepted', () => {
    const refusal = {
      version: 'quotes/3/8.kk', code: 'runs_exhausted', values: { licence: 'quotes-kz-3', runs: '4', max_runs: '3' },
    }
    const told = causeText({ code: 'rule', values: {}, refusal }, speaker('en'))
    expect(told).toBe('This is run 4; the licence allows 3.')
  })

  it('say what else it is, with its values, in every language', () => {
    const cause = { code: 'pin_there', values: { pin: 'common-dream/1/1.kk', pin_start: '21:00' }, refusal: null }
    for (const tag of ['en', 'kk', 'ru', 'zh']) {
      const told = causeText(cause, speaker(tag))
      expect(told, tag).toContain('common-dream/1/1.kk')
      expect(told, tag).toContain('21:00')
    }
  })
})
