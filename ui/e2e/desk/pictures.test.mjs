// The pictures of the guide show the program as it is: taken anew they differ by little more than how a machine draws letters.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

import { PICTURES, take } from './screens.mjs'

const pictures = join(import.meta.dirname, '../../../docs/pictures')
/** Of all pixels, how many may differ: another version of the browser sets letters a little otherwise; a part that moved is more. */
const TOLERANCE = 0.02
const COMPARED = ['week-light', 'day-light-large', 'catalogue-light', 'grid-light', 'calculate-light', 'settings-light', 'week-kk', 'week-dark']

for (const name of COMPARED) {
  test(`${name} is as its picture shows it: \`make pictures\` takes it anew`, async () => {
    const picture = PICTURES.find(([own]) => own === name)
    assert.ok(picture, name)
    const [was, is] = [PNG.sync.read(readFileSync(join(pictures, `${name}.png`))), PNG.sync.read(await take(picture))]
    assert.deepEqual([is.width, is.height], [was.width, was.height])
    const differing = pixelmatch(was.data, is.data, null, is.width, is.height, { threshold: 0.2 })
    assert.ok(differing <= TOLERANCE * is.width * is.height, `${((100 * differing) / (is.width * is.height)).toFixed(2)} % of the pixels differ`)
  })
}
