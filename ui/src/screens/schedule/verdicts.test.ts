import { expect, test } from 'vitest'

import { told } from './verdicts'

const say = (id: string, values?: Record<string, unknown>) => `${id}(${Object.values(values ?? {}).join()})`
const broken = (code: string, values: Record<string, string> = {}) => ({ severity: 'error', code, values, version: null })

test('what cannot be done comes first, and a rule that several break is told once', () => {
  const refused = { code: 'collides', values: { other: 'B' }, file: null, details: [] }
  expect(told({ refused, findings: [broken('runs_exhausted', { runs: '3' }), broken('runs_exhausted', { runs: '3' })] }, say)).toEqual([
    'failure-collides(B)',
    'finding-runs_exhausted(3) × 2',
  ])
})

test('nothing speaks against a green place', () => {
  expect(told({ refused: null, findings: [] }, say)).toEqual([])
})
