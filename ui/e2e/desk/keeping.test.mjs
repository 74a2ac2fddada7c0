// A station file under the eyes: looked through, put back to a backup, and what can be read of a damaged one taken out.

import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import { eventually, openPage } from './page.mjs'

const folder = mkdtempSync(join(tmpdir(), 'arna-keeping-'))
const station = join(folder, 'net.arna')
const damaged = join(folder, 'damaged.arna')
let desk
let page

before(async () => {
  // A station of the day before yesterday: what opens it now takes a backup first.
  const first = await openPage()
  await first.answer(station)
  await first.ask('save_copy')
  await first.close()
  desk = await openPage({ station, now: '2024-07-04T10:00:00Z' })
  page = desk.page
})
after(async () => {
  await desk?.close()
  rmSync(folder, { recursive: true, force: true })
})

const dialog = () => page.getByRole('dialog', { name: 'Check and backups' })
const airings = async () => (await desk.ask('start', { language: 'en' })).station.airings
const told = (number) => number.toLocaleString('en')
const openDialog = async () => {
  await page.locator('header .name').click()
  await page.getByRole('menuitem', { name: 'Check and backups…' }).click()
  await dialog().getByRole('heading', { name: 'Holds together' }).waitFor()
}

test('the file is looked through, and its backups are listed', async () => {
  await openDialog()
  await dialog().getByText(/journal entr.*all can be read/).waitFor()
  await dialog().getByRole('button', { name: /4\sJuly\s2024 10:00/ }).waitFor()
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
})

test('a backup tells what putting it back would lose, and is put back by keys', async () => {
  const before = await airings()
  await page.keyboard.press('F8')
  await page.locator('.block.chosen').waitFor()
  await page.keyboard.press('Delete')
  await desk.settled()
  await eventually(async () => assert.equal(await airings(), before - 1))
  await openDialog()
  await page.keyboard.press('ArrowDown')
  await dialog().getByRole('heading', { name: /this would be gone: one journal entry/ }).waitFor()
  assert.equal(await dialog().locator('tbody tr').count(), 1)
  await dialog().getByText(`Airings: ${told(before - 1)} now, ${told(before)} then.`).waitFor()
  await dialog().getByRole('button', { name: 'Put this backup back' }).press('Enter')
  await page.getByText('The backup is back in its place').waitFor()
  await desk.settled()
  assert.equal(await airings(), before)
  // What was replaced is a backup itself, and nothing stands between.
  assert.equal(readdirSync(`${station}.backups`).filter((name) => name.endsWith('.arna')).length, 2)
  assert.deepEqual(readdirSync(folder).filter((name) => name.includes('part')), [])
})

test('a file that is not whole is refused with the way to look at it; what can be read is taken out, and one goes on with it', async () => {
  cpSync(station, damaged)
  truncateSync(damaged, Math.floor((statSync(damaged).size * 3) / 4 / 4096) * 4096)
  const size = statSync(damaged).size
  await desk.answer(damaged)
  await page.keyboard.press('Control+o')
  await page.getByText(/The station file is damaged/).waitFor()
  await page.getByRole('status').getByRole('button', { name: 'Check and backups' }).click()
  await dialog().getByRole('heading', { name: /wrong with it/ }).waitFor()
  await dialog().getByText('There are none yet.').waitFor()
  await dialog().getByText('Save what can be read into a new file.').first().waitFor()
  const made = join(folder, 'salvaged.arna')
  await desk.answer(made)
  await dialog().getByRole('button', { name: 'Save what can be read…' }).click()
  await dialog().getByRole('heading', { name: /A new station was made/ }).waitFor()
  assert.ok((await dialog().locator('li').count()) > 0, 'what is missing is named')
  assert.ok(!/fault-|\{ \$/.test(await dialog().innerText()))
  await dialog().getByRole('button', { name: 'Go on with the new station' }).click()
  await dialog().waitFor({ state: 'detached' })
  await eventually(async () => assert.equal((await desk.ask('start', { language: 'en' })).station.path, made))
  assert.ok(existsSync(made))
  assert.equal(statSync(damaged).size, size, 'the damaged file is as it was')
})

test('nothing but a backup of the station is put in its place', async () => {
  const { path } = (await desk.ask('start', { language: 'en' })).station
  const refused = await page.evaluate((asked) => window.__TAURI_INTERNALS__.invoke('restore_backup', asked).then(() => '', ({ code }) => code), { path, backup: station, language: 'en' })
  assert.equal(refused, 'no_such_backup')
})
