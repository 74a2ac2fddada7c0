// The station in a spreadsheet: written, changed there, looked at cell by cell, taken over as one step, and taken back; cells that are in the way.

import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'

import { eventually, openPage } from './page.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const KEY = 'programme:common-dream'
let desk
let page
const sheet = () => page.getByRole('dialog', { name: 'The station in a spreadsheet' })
const takeOver = () => sheet().getByRole('button', { name: 'Take over' })
const rows = () => sheet().locator('.told tbody tr')
/** What stands in the rows of the table, a text a row. */
const shown = async () => (await rows().allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())

async function exported(name) {
  const path = join(desk.data, `${name}.json`)
  await desk.answer(path)
  await desk.ask('export_station')
  return readFileSync(path)
}
/** Has the dialog write a workbook to a file or a folder. */
async function write(form, path) {
  await sheet().locator('select[name=form]').selectOption(form)
  await desk.answer(path)
  await sheet().getByRole('button', { name: form === 'book' ? 'Save as…' : 'Save in a folder…' }).click()
  await sheet().waitFor({ state: 'detached' })
  await page.getByText(path).waitFor()
}
async function choose(path) {
  await desk.answer(path)
  await sheet().locator('button.file').click()
}
async function chooseFolder(path) {
  await desk.answer(path)
  await sheet().getByRole('button', { name: 'Or a folder of tables' }).click()
}
const open = async () => {
  await page.keyboard.press('Shift+X')
  await sheet().waitFor()
}
/** Changes a table that was written: the first row whose text begins so. */
function change(folder, table, begins, edit) {
  const path = join(folder, `${table}.csv`)
  const lines = readFileSync(path, 'utf8').split('\r\n')
  const at = lines.findIndex((line) => line.startsWith(begins))
  assert.ok(at > 0, begins)
  const changed = edit(lines[at])
  assert.notEqual(changed, lines[at])
  lines[at] = changed
  writeFileSync(path, lines.join('\r\n'))
  return at + 1
}

before(async () => {
  desk = await openPage()
  page = desk.page
  page.setDefaultTimeout(10_000)
})
beforeEach(() => desk.settled())
after(() => desk?.close())

test('a book of another state is shown from → to, taken over as one step, and taken back', async () => {
  const untouched = await exported('untouched')
  // What a person would have typed into the book: a title and a kind of the programme.
  await desk.ask('catalogue_edit', { edit: { fields: [{ key: KEY, field: 'title', language: 'kk', value: 'Жаңа атау' }, { key: KEY, field: 'kind', language: null, value: 'series' }] }, language: 'en' })
  const edited = await exported('edited')
  assert.notDeepEqual(edited, untouched)
  const book = join(desk.data, 'station.xlsx')
  await open()
  assert.ok(await takeOver().isDisabled())
  assert.equal(await sheet().locator('select[name=form]').evaluate((one) => one === document.activeElement), true)
  await sheet().locator('select[name=heads]').selectOption('kk')
  await write('book', book)
  assert.equal(readFileSync(book).subarray(0, 2).toString(), 'PK')
  await desk.ask('undo', { language: 'en' })
  assert.deepEqual(await exported('as-it-was'), untouched)

  await open()
  await choose(book)
  await eventually(async () => assert.equal(await rows().count(), 2))
  const [title, kind] = await shown()
  assert.match(title, /^changed Бағдарламалар!\w+ common-dream Title \(kk\) .+ Жаңа атау$/)
  assert.match(kind, /^Бағдарламалар!\w+ Kind documentary series$/)
  assert.deepEqual(await exported('looked-at'), untouched, 'looking changes nothing')
  await page.evaluate(axe)
  const serious = await page.evaluate(async () => (await window.axe.run(document.querySelector('dialog'))).violations.filter((one) => ['serious', 'critical'].includes(one.impact)).map((one) => one.id))
  assert.deepEqual(serious, [])

  await takeOver().click()
  await sheet().waitFor({ state: 'detached' })
  await desk.settled()
  const [step] = await desk.ask('journal', { before: null })
  assert.deepEqual([step.op, step.values.changed, step.values.added], ['import_workbook', '1', '0'])
  assert.deepEqual(await exported('taken'), edited)
  await page.keyboard.press('Control+z')
  await eventually(async () => assert.deepEqual(await exported('taken-back'), untouched))
})

test('an unchanged folder of tables changes nothing, and cannot be taken over', async () => {
  const folder = join(desk.data, 'tables')
  mkdirSync(folder)
  await open()
  await write('tables', folder)
  assert.equal(readdirSync(folder).length, 7)
  await open()
  await chooseFolder(folder)
  await sheet().getByText('nothing is new').waitFor()
  assert.ok(await takeOver().isDisabled())
})

test('every cell in the way is named with what to write, and what only tells is not taken', async () => {
  const folder = join(desk.data, 'tables')
  const untouched = await exported('before-faults')
  const at = change(folder, 'versions', 'common-dream/1/1.kk;', (line) => line.replace(/;0:\d\d:\d\d;/, ';10:00;').replace(/;[^;]*;/, ';Mine;'))
  const licence = change(folder, 'licences', 'common-dream-kz;', (line) => line.replace('2024-12-31', 'soon'))
  await sheet().getByRole('button', { name: 'Read it again' }).click()
  await sheet().getByRole('alert').waitFor()
  assert.match(await sheet().getByRole('alert').innerText(), /^2 cells are in the way, and nothing was taken\./)
  assert.deepEqual(await shown(), [
    `licences.csv!I${licence} “soon” is no date. Write one such as 2024-07-01 or 01.07.2024.`,
    `versions.csv!E${at} “10:00” may be minutes and seconds, or hours and minutes. Write all three: 0:10:00 is ten minutes, 10:00:00 ten hours.`,
  ])
  assert.ok(await takeOver().isDisabled())
  // Mended in the tables, and read again.
  change(folder, 'versions', 'common-dream/1/1.kk;', (line) => line.replace(';10:00;', ';0:10:00;'))
  change(folder, 'licences', 'common-dream-kz;', (line) => line.replace('soon', '2025-01-31'))
  await sheet().getByRole('button', { name: 'Read it again' }).click()
  await eventually(async () => assert.equal(await rows().count(), 2))
  const [version, until] = await shown()
  assert.match(version, new RegExp(`^changed versions.csv!E${at} common-dream/1/1.kk Duration 0:\\d\\d:\\d\\d 0:10:00$`))
  assert.equal(until, `changed licences.csv!I${licence} common-dream-kz Last day 2024-12-31 2025-01-31`)
  assert.match(await sheet().locator('.told li').innerText(), new RegExp(`^versions.csv!B${at}\\s+“Mine” is not taken`))
  assert.deepEqual(await exported('after-faults'), untouched)
})

test('what changed behind the proposal is not taken unseen', async () => {
  const folder = join(desk.data, 'tables')
  const untouched = await exported('before-behind')
  change(folder, 'licences', 'common-dream-kz;', (line) => line.replace('2025-01-31', '2025-02-28'))
  await takeOver().click()
  await page.getByText('no longer says what was shown').first().waitFor()
  assert.deepEqual(await exported('behind'), untouched)
  // It is shown as it is now, and can be taken then.
  await eventually(async () => assert.match((await shown())[1], /2025-02-28$/))
  await takeOver().click()
  await sheet().waitFor({ state: 'detached' })
  await eventually(async () => assert.equal((await desk.ask('journal', { before: null }))[0].op, 'import_workbook'))
  await page.keyboard.press('Control+z')
  await eventually(async () => assert.deepEqual(await exported('behind-undone'), untouched))
})

test('what is new is added, and what a sheet no longer has goes only where that is asked for', async () => {
  const folder = join(desk.data, 'few')
  mkdirSync(folder)
  const path = join(folder, 'channels.csv')
  const untouched = await exported('before-new')
  const channels = readFileSync(join(desk.data, 'tables', 'channels.csv'), 'utf8')
  writeFileSync(path, `${channels}steppe.kz;Steppe;Asia/Almaty;06:00;KZ;;;\r\n`)
  await open()
  await chooseFolder(folder)
  await eventually(async () => assert.equal(await sheet().locator('tbody.added').count(), 1))
  assert.match((await shown())[0], /^added channels.csv!\w+ steppe.kz /)
  await takeOver().click()
  await sheet().waitFor({ state: 'detached' })
  await desk.settled()
  writeFileSync(path, channels)
  await open()
  await chooseFolder(folder)
  await sheet().getByText('nothing is new').waitFor()
  await sheet().locator('input[name=removes-missing]').check()
  await eventually(async () => assert.deepEqual(await shown(), ['removed Channels steppe.kz']))
  await takeOver().click()
  await sheet().waitFor({ state: 'detached' })
  await eventually(async () => assert.deepEqual(await exported('gone-again'), untouched))
})

test('the palette and the menu of the station lead there', async () => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('in a spreadsheet')
  await page.locator('[role=option]', { hasText: 'The station in a spreadsheet' }).waitFor()
  await page.keyboard.press('Enter')
  await sheet().waitFor()
  await page.keyboard.press('Escape')
  await sheet().waitFor({ state: 'detached' })
  await page.locator('header .name').click()
  await page.getByRole('menuitem', { name: 'The station in a spreadsheet' }).click()
  await sheet().waitFor()
  await page.keyboard.press('Escape')
})
