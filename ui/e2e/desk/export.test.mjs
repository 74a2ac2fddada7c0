// Files for channels: each form is seen before it is written, and is written as it was seen.

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { after, before, beforeEach, test } from 'node:test'

import { openPage } from './page.mjs'

let desk
let page
let sheet

before(async () => {
  desk = await openPage()
  page = desk.page
  sheet = page.locator('dialog')
  await page.locator('.column .block').first().waitFor()
})
beforeEach(() => desk.settled())
after(() => desk?.close())

async function open(form) {
  await page.keyboard.press('x')
  await sheet.getByLabel('Form').selectOption(form)
}
/** Writes what is shown to a file, which it answers with what was shown of it. */
async function written(name) {
  const file = `${desk.data}/${name}`
  const submit = sheet.locator('button[type=submit]:enabled')
  await submit.waitFor()
  const shown = (await sheet.locator('pre').count()) > 0 ? await sheet.locator('pre').textContent() : undefined
  await desk.answer(file)
  await submit.click()
  await sheet.waitFor({ state: 'detached' })
  return { bytes: readFileSync(file), shown }
}

for (const [form, begins, prepare] of [
  ['xmltv', /^<\?xml[^]*<tv/, () => {}],
  ['csv', /^\uFEFF?[^\n]*;[^\n]*\r?\n2024-07-01;/, () => {}],
  ['ics', /^BEGIN:VCALENDAR\r?\n/, () => {}],
  ['bxf', /BxfMessage/, () => sheet.getByLabel('Frames a second').selectOption('29.97')],
  ['dvbi', /MinimumAge|AudioLanguage/, () => sheet.getByLabel('Broadcaster’s name in the DNS').fill('khabar.kz')],
  ['tva', /TVAMain/, () => sheet.getByLabel('Broadcaster’s name in the DNS').fill('khabar.kz')],
]) {
  test(`${form} is written as it is seen`, async () => {
    await open(form)
    await prepare()
    await page.waitForFunction((source) => new RegExp(source).test(document.querySelector('dialog pre')?.textContent ?? ''), begins.source)
    const { bytes, shown } = await written(`week.${form}`)
    assert.match(shown, begins)
    const text = bytes.toString('utf8').replaceAll('\r\n', '\n').replace(/^\uFEFF/, '')
    assert.ok(text.startsWith(shown.replaceAll('\r\n', '\n').replace(/^\uFEFF/, '')), 'what was shown is how the file begins')
  })
}

test('the first date is typed as people write it, and what is no date is not written', async () => {
  await open('csv')
  await sheet.getByLabel('First date').fill('32.7.2024')
  await sheet.getByLabel('First date').press('Enter')
  assert.equal(await sheet.getByLabel('First date').evaluate((field) => field.validationMessage), '“32.7.2024” is no date. Type 2024-07-01 or 1.7.2024.')
  await sheet.getByLabel('First date').fill('3.7.2024')
  await page.waitForFunction(() => /\n2024-07-03;/.test(document.querySelector('dialog pre')?.textContent ?? ''))
  const { bytes } = await written('from-wednesday.csv')
  assert.match(bytes.toString('utf8'), /^\uFEFF?[^\n]*\r?\n2024-07-03;/)
})

test('a book for Excel is written', async () => {
  await open('xlsx')
  await sheet.getByText('A book for Excel is no text').waitFor()
  const { bytes } = await written('week.xlsx')
  assert.equal(bytes.subarray(0, 2).toString(), 'PK')
})

for (const [form, name] of [['pdf_week', 'week'], ['pdf_rundown', 'rundown']]) {
  test(`a ${name} on paper is written`, async () => {
    await open(form)
    await sheet.getByText('A PDF is no text').waitFor()
    const { bytes } = await written(`${name}.pdf`)
    assert.equal(bytes.subarray(0, 8).toString(), '%PDF-1.7')
  })
}

test('a page for a partner is in the language of its titles', async () => {
  await open('page')
  await sheet.getByRole('combobox', { name: 'Programme' }).fill('common dream')
  await sheet.locator('button[role=option]').first().click()
  await sheet.getByLabel('Titles in').selectOption('kk')
  const { bytes, shown } = await written('common-dream.html')
  const text = bytes.toString('utf8')
  assert.ok(text.startsWith(shown))
  assert.match(text, /<html[^>]*lang="kk"/)
  assert.match(text, /ортақ арман/i)
})

test('playlists go into a folder, or it is said why not', async () => {
  await open('m3u')
  const folder = `${desk.data}/lists`
  await desk.answer(folder)
  await sheet.getByRole('button', { name: 'Save in a folder…' }).click()
  // The sample's fillers have no files: a playlist with holes is worse than none.
  await page.getByText(/no filler has a file to fill it with/).first().waitFor()
  assert.equal(existsSync(`${folder}/khabar.kz`), false)

  await sheet.getByLabel('How files are called').fill('/play/{version}.mxf')
  await desk.answer(folder)
  await sheet.getByRole('button', { name: 'Save in a folder…' }).click()
  await sheet.waitFor({ state: 'detached' })
  assert.match(readFileSync(`${folder}/khabar.kz/2024/07/2024-07-04.m3u8`, 'utf8'), /^#EXTM3U[^]*\/play\/fillers\//)
})

test('the dialog is closed without a file', async () => {
  await open('csv')
  await sheet.locator('button[type=submit]:enabled', { hasText: 'Save as…' }).waitFor()
  await sheet.locator('.buttons').getByRole('button', { name: 'Close' }).click()
  await sheet.waitFor({ state: 'detached' })
})

test('what is no name in the DNS is refused in words', async () => {
  await open('tva')
  await sheet.getByLabel('Broadcaster’s name in the DNS').fill('no name.here')
  await sheet.getByText('“no name.here” is no name in the DNS.').waitFor()
  await page.keyboard.press('Escape')
})
