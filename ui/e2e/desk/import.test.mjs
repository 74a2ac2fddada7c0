// Another's schedule: a file looked at, made the proposal, accepted, and back; and files that are none.

import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'

import { eventually, openPage } from './page.mjs'

const DATE = '2024-07-02'
let desk
let page
let guide
const sheet = () => page.getByRole('dialog', { name: 'Read another’s schedule' })
const rest = () => page.evaluate(() => document.activeElement?.blur())
const rows = (outcome) => sheet().locator(`tbody tr.${outcome}`)

async function choose(path) {
  await desk.answer(path)
  await sheet().locator('button.wide').first().click()
}
async function exported(name) {
  const path = join(desk.data, `${name}.json`)
  await desk.answer(path)
  await desk.ask('export_station')
  return readFileSync(path)
}

before(async () => {
  desk = await openPage()
  page = desk.page
  page.setDefaultTimeout(10_000)
  // What Khabar airs that day as a table: one programme a quarter of an hour later, one that nobody knows.
  const { rows: all } = await desk.ask('rundown', { channel: 'khabar.kz', date: DATE, language: 'kk' })
  const programmes = all.filter((one) => one.title && !['break', 'promo', 'filler', 'open', 'campaign'].includes(one.origin))
  const lines = programmes.map((one) => [DATE, one.start_wall.slice(0, 5), one.duration, `"${one.title}"`, one.version ?? ''].join(','))
  guide = join(desk.data, 'khabar.csv')
  writeFileSync(guide, ['date,start,duration,title,version', ...lines.slice(1), `${DATE},${programmes[0].start_wall.slice(0, 5)},0:10:00,"Nobody knows",`].join('\r\n'))
})
beforeEach(() => desk.settled())
after(() => desk?.close())

test('a file is recognised, read for the channel, and each of its rows told', async () => {
  await page.keyboard.press('Shift+F')
  await choose(guide)
  await eventually(async () => assert.equal(await sheet().locator('select[name=read-as]').inputValue(), 'sheet'))
  await sheet().locator('select[name=channel]').selectOption('khabar.kz')
  await rows('kept').first().waitFor()
  assert.equal(await rows('unknown').count(), 1)
  assert.match(await rows('unknown').innerText(), /Nobody knows\s+not in the catalogue/)
  assert.ok((await rows('kept').count()) > 3)
})

test('a file of another form, or none, is refused in words and proposes nothing', async () => {
  const none = join(desk.data, 'none.xml')
  writeFileSync(none, '<?xml version="1.0"?><html><body/></html>')
  await choose(none)
  await eventually(async () => assert.equal(await sheet().locator('select[name=read-as]').inputValue(), ''))
  assert.ok(await sheet().getByRole('button', { name: 'Show as the proposal' }).isDisabled())
  await sheet().locator('select[name=read-as]').selectOption('xmltv')
  await sheet().getByRole('alert').waitFor()
  assert.ok(await sheet().getByRole('button', { name: 'Show as the proposal' }).isDisabled())
})

test('it becomes the proposal; accepted it is one step, and undone the station is as it was', async () => {
  const untouched = await exported('before')
  await choose(guide)
  await rows('kept').first().waitFor()
  await sheet().getByRole('button', { name: 'Show as the proposal' }).click()
  await page.locator('.matrix').waitFor()
  await sheet().waitFor({ state: 'detached' })
  await page.locator('.head', { hasText: 'khabar.csv' }).waitFor()
  assert.deepEqual(await exported('proposed'), untouched)
  await page.getByRole('button', { name: 'Accept all' }).click()
  await page.locator('.matrix').waitFor({ state: 'detached' })
  await eventually(async () => assert.equal((await desk.ask('journal', { before: null }))[0].op, 'accept_import'))
  assert.notDeepEqual(await exported('accepted'), untouched)
  await page.keyboard.press('Control+z')
  await eventually(async () => assert.deepEqual(await exported('undone'), untouched))
})

test('a folder of playlists is read as the days it holds', async () => {
  const lists = join(desk.data, 'lists')
  for (const date of ['2024-07-02', '2024-07-03']) {
    mkdirSync(join(lists, date), { recursive: true })
    writeFileSync(join(lists, date, `${date}.json`), JSON.stringify({ channel: 'khabar.kz', date, program: [{ in: 0, out: 1800, duration: 1800, source: '/play/nobody.mxf', title: `Nobody knows ${date}` }] }))
  }
  await rest()
  await page.keyboard.press('Shift+F')
  await desk.answer(lists)
  await sheet().getByRole('button', { name: 'Or a folder of playlists' }).click()
  await sheet().locator('select[name=channel]').selectOption('khabar.kz')
  await eventually(async () => assert.equal(await rows('unknown').count(), 2))
  assert.equal(await sheet().locator('select[name=read-as]').inputValue(), 'ffplayout')
})
