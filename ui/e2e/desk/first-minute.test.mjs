// The first minute by the keyboard alone: a problem is seen, mended with the fix that is offered, and the week exported.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'

import { eventually, openPage } from './page.mjs'

let desk
let page

before(async () => {
  desk = await openPage({ newcomer: true, size: { width: 1280, height: 720 } })
  page = desk.page
  await page.locator('.column .block').first().waitFor()
})
after(() => desk?.close())

const open = async () => (await desk.ask('problems', { from: '2024-07-01', days: 7 })).filter((one) => one.code === 'open').length
/** What stands before the card's lines: their number, or that they are done. */
async function ticked(wanted) {
  const marks = () => page.locator('section .step i').evaluateAll((all) => all.map((one) => one.querySelector('svg')?.getAttribute('aria-label') ?? one.textContent))
  await eventually(async () => assert.deepEqual(await marks(), wanted))
}
/** Presses Tab until something has the focus. */
async function tabTo(css) {
  for (let n = 0; n < 60; n += 1) {
    if (await page.evaluate((css) => document.activeElement?.matches(css) ?? false, css)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${css}`)
}

test('a problem is seen, the nearest fix applied, the week exported', async () => {
  await page.keyboard.press('F8')
  await page.locator('aside h2', { hasText: 'The Golden Man' }).waitFor()

  await ticked(['Done', '2', '3'])

  const before = await open()
  await page.keyboard.press('f')
  await page.locator('aside .fixes button:focus').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForFunction((before) => globalThis.__TAURI_INTERNALS__.invoke('problems', { from: '2024-07-01', days: 7 }).then((all) => all.filter((one) => one.code === 'open').length === before - 1), before)

  await ticked(['Done', 'Done', '3'])

  const file = `${desk.data}/khabar.xml`
  await desk.answer(file)
  await page.keyboard.press('x')
  await page.locator('dialog button[type=submit]:enabled').waitFor()
  await tabTo('dialog button[type=submit]')
  await page.keyboard.press('Enter')
  await page.locator('dialog').waitFor({ state: 'detached' })
  assert.match(readFileSync(file, 'utf8'), /<programme start="20240701/)
  await ticked(['Done', 'Done', 'Done'])
})

test('the card’s three steps are reached by Tab, and go by Enter', async () => {
  await page.evaluate(() => document.activeElement?.blur())
  await tabTo('section .step')
  await page.keyboard.press('Enter')
  await page.locator('.block.chosen').waitFor()
})
