// Takes the pictures of docs/pictures anew: every screen of the sample as it is, in Chromium with the real core behind it.
//
//   make pictures

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { openPage } from './e2e/desk/page.mjs'

const to = process.argv[2] ?? join(import.meta.dirname, '../docs/pictures')
mkdirSync(to, { recursive: true })
const SMALL = { width: 1280, height: 720 }
const LARGE = { width: 2560, height: 1440 }

/** The pictures: a name, how the window is, and what is done before the picture is taken. */
const PICTURES = [
  ['week-light', { size: SMALL }, async ({ page }) => { await page.keyboard.press('F8') }],
  ['week-dark-large', { size: LARGE, theme: 'dark' }, async ({ page }) => { await page.keyboard.press('F8') }],
  ['week-kk', { size: SMALL, language: 'kk', newcomer: true }],
  ['week-ru', { size: SMALL, language: 'ru' }],
  ['week-zh-large', { size: LARGE, language: 'zh' }],
  ['day-light-large', { size: LARGE }, async ({ page }) => { await page.keyboard.press('d') }],
  ['day-dark', { size: SMALL, theme: 'dark' }, async ({ page }) => { await page.keyboard.press('d') }],
  ['list-light', { size: SMALL }, async ({ page }) => { await page.keyboard.press('l') }],
  ['palette-light', { size: SMALL }, async ({ page }) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('bond')
  }],
]
const SCREENS = { t: 'catalogue', r: 'grid', c: 'calculate', d: 'changes', ',': 'settings' }
for (const [letter, screen] of Object.entries(SCREENS)) {
  const go = async ({ page }) => {
    await page.keyboard.press('g')
    await page.keyboard.press(letter)
  }
  PICTURES.push([`${screen}-light`, { size: SMALL }, go], [`${screen}-dark-large`, { size: LARGE, theme: 'dark' }, go], [`${screen}-kk`, { size: SMALL, language: 'kk' }, go])
}

const only = process.argv.slice(3)
for (const [name, options, does = async () => {}] of PICTURES) {
  if (only.length > 0 && !only.some((one) => name.startsWith(one))) continue
  const desk = await openPage(options)
  await does(desk)
  await settled(desk.page)
  await desk.page.screenshot({ path: join(to, `${name}.png`) })
  await desk.close()
}

/** When nothing is asked for any more, fonts are there and two frames have passed. */
async function settled(page) {
  await page.waitForLoadState('networkidle').catch(() => {})
  await page.evaluate(async () => {
    await document.fonts.ready
    for (let n = 0; n < 2; n += 1) await new Promise(requestAnimationFrame)
  })
}
