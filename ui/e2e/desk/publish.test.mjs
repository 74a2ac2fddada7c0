// Publishing: receivers, what channels were told last, the files as they will be, all channels at one stroke, the way back.

import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { after, before, beforeEach, test } from 'node:test'

import { eventually, openPage } from './page.mjs'

let desk
let page
const row = (channel) => page.locator(`tr[data-channel="${channel}"]`)
const part = () => page.locator('[role=tabpanel]')
const receivers = async () => (await desk.ask('publishing', { from: '2024-07-01', days: 7, language: 'en' })).channels.flatMap((one) => one.receivers.map((own) => own.receiver.id))
const rest = () => page.evaluate(() => document.activeElement?.blur())

before(async () => {
  desk = await openPage()
  page = desk.page
  page.setDefaultTimeout(10_000)
  await page.keyboard.press('g')
  await page.keyboard.press('x')
  await row('khabar.kz').waitFor()
})
beforeEach(() => desk.settled())
after(() => desk?.close())

test('a receiver is made by keys, with a folder from the dialog, and undone in one step', async () => {
  mkdirSync(`${desk.data}/traffic`)
  await page.keyboard.press('n')
  await part().getByLabel('Id', { exact: true }).fill('khabar-traffic')
  await part().getByLabel('Titles in').selectOption('kk')
  await part().getByRole('checkbox', { name: 'Guide (XMLTV)' }).check()
  await part().getByRole('checkbox', { name: 'Traffic and automation (BXF)' }).check()
  await part().getByLabel('Frames a second').selectOption('29.97')
  await desk.answer(`${desk.data}/traffic`)
  await part().getByRole('button', { name: 'Choose a folder…' }).click()
  await eventually(async () => assert.equal(await part().getByLabel('Folder', { exact: true }).inputValue(), `${desk.data}/traffic`))
  await part().getByRole('button', { name: 'Save' }).click()
  await row('khabar.kz').getByText('khabar-traffic').waitFor()
  await rest()
  await page.keyboard.press('Control+z')
  await row('khabar.kz').getByText('khabar-traffic').waitFor({ state: 'detached' })
  await desk.settled()
  await page.keyboard.press('Control+Shift+z')
  await row('khabar.kz').getByText('khabar-traffic').waitFor()
})

test('what a receiver cannot be is said in words', async () => {
  await page.keyboard.press('n')
  await part().getByLabel('Id', { exact: true }).fill('khabar-traffic')
  await part().getByRole('checkbox', { name: 'Guide for sets (TV-Anytime)' }).check()
  await part().getByLabel('Broadcaster’s name in the DNS').fill('no name')
  await part().getByLabel('Folder', { exact: true }).fill('out')
  await part().getByRole('button', { name: 'Save' }).click()
  await page.getByText('The id “khabar-traffic” is taken.').waitFor()
  await part().getByLabel('Id', { exact: true }).fill('khabar-sets')
  await part().getByRole('button', { name: 'Save' }).click()
  await page.getByText('“no name” is no name in the DNS.').waitFor()
  await part().getByRole('button', { name: 'Back to what stands' }).click()
  assert.deepEqual(await receivers(), ['khabar-traffic'])
})

test('the files are shown as they will be, and a missing folder before anything is written', async () => {
  await page.getByRole('tab', { name: 'Files' }).click()
  await part().getByRole('button', { name: /khabar\.kz-2024-07-01-xmltv\.xml/ }).click()
  await part().locator('pre', { hasText: '<tv ' }).waitFor()
  assert.equal(readdirSync(`${desk.data}/traffic`).length, 0)
  await page.getByRole('tab', { name: 'Receivers' }).click()
  await part().locator('.what', { hasText: 'khabar-traffic' }).click()
  await part().getByLabel('Folder', { exact: true }).fill(`${desk.data}/not-there`)
  await part().getByRole('button', { name: 'Save' }).click()
  await row('khabar.kz').getByText('2 forms cannot be written').waitFor()
  await page.getByRole('tab', { name: 'Files' }).click()
  await part().getByText(/There is no folder .*not-there/).first().waitFor()
  await rest()
  await page.keyboard.press('Control+z')
  await row('khabar.kz').getByText('2 forms cannot be written').waitFor({ state: 'detached' })
})

test('the first date is typed as people write it, and nothing is looked at before it is whole', async () => {
  const dates = []
  const see = (request) => request.url().endsWith('/ask/publishing') && dates.push(request.postDataJSON().from)
  const date = page.locator('header').getByLabel('First date')
  page.on('request', see)
  for (const typed of ['8.7.2024', '1/7/2024']) {
    await date.fill('')
    await date.pressSequentially(typed)
    await date.press('Enter')
    await desk.settled()
  }
  assert.deepEqual(dates, ['2024-07-08', '2024-07-01'])
  page.off('request', see)
})

test('a channel is published by a key; the preview was the file’s own bytes', async () => {
  await page.getByRole('tab', { name: 'Files' }).click()
  await part().getByRole('button', { name: /khabar\.kz-2024-07-01-xmltv\.xml/ }).click()
  const shown = await part().locator('pre', { hasText: '<tv ' }).innerText()
  await rest()
  await page.keyboard.press('p')
  await row('khabar.kz').getByText(/Revision 1 published; files written: 2/).waitFor()
  await row('khabar.kz').getByText('As in revision 1').waitFor()
  const written = readFileSync(`${desk.data}/traffic/khabar.kz-2024-07-01-xmltv.xml`, 'utf8')
  assert.ok(written.startsWith(shown.replace(/\n…$/, '')))
  assert.match(readFileSync(`${desk.data}/traffic/khabar.kz-2024-07-01-bxf.xml`, 'utf8'), /frameRate="29\.97"/)
})

test('what changes since is told, and published anew', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.keyboard.press('F8')
  await page.locator('.block.chosen').waitFor()
  await page.keyboard.press('Delete')
  await desk.settled()
  await page.keyboard.press('g')
  await page.keyboard.press('x')
  await row('khabar.kz').getByText(/changes? since revision 1/).waitFor()
  await page.getByRole('tab', { name: 'Changes' }).click()
  await part().getByText(/1\sJuly\s2024 to 7\sJuly\s2024: changes since revision 1/).waitFor()
  const lines = await part().locator('li').allInnerTexts()
  assert.ok(lines.length > 0)
  // The Changes screen tells the same.
  await page.keyboard.press('g')
  await page.keyboard.press('d')
  await page.getByRole('button', { name: 'What was published' }).click()
  await page.locator('main section').getByText(/changes since revision 1/).waitFor()
  assert.deepEqual(await page.locator('main section li').allInnerTexts(), lines)
  await page.keyboard.press('g')
  await page.keyboard.press('x')
  await row('khabar.kz').getByText(/changes? since revision 1/).waitFor()
  await rest()
  await page.keyboard.press('Shift+P')
  await row('khabar.kz').getByText(/Revision 2 published/).waitFor()
  await row('silkway.kz').getByText(/Revision 1 published/).waitFor()
  assert.equal((await desk.ask('revisions', { channel: null })).length, 5)
})

test('one channel that cannot be handed out keeps no other from it', async () => {
  await desk.ask('receiver_edit', { edit: { verb: 'add', receiver: { id: 'silk', channel: 'silkway.kz', titles: 'kk', name: '{channel}', to: { kind: 'folder', folder: `${desk.data}/nowhere` }, files: [{ form: 'csv', frame_rate: '', date_of: '', authority: '', edition: '', media: '', programme: '' }] } } })
  await page.getByLabel('Days').fill('6')
  await page.getByLabel('Days').blur()
  await row('silkway.kz').getByText('one form cannot be written').waitFor()
  await rest()
  await page.keyboard.press('Shift+P')
  await row('silkway.kz').getByText(/There is no folder .*nowhere/).waitFor()
  await row('khabar.kz').getByText(/Revision 3 published/).waitFor()
  await page.getByText('Channels published: 3; not published: 1').waitFor()
  assert.equal((await desk.ask('revisions', { channel: 'silkway.kz' })).length, 1)
})

test('a former revision is handed out again, and the log tells of it', async () => {
  await page.getByRole('tab', { name: 'Revisions' }).click()
  const folder = `${desk.data}/again`
  mkdirSync(folder)
  await desk.answer(folder)
  await page.getByRole('button', { name: 'Hand out into a folder: Revision 1' }).click()
  await page.getByText(/Revision 1 handed out; files written: 2/).waitFor()
  assert.equal(existsSync(`${folder}/khabar.kz-2024-07-01-xmltv.xml`), true)
  await part().getByText(`${folder}/khabar.kz-2024-07-01-xmltv.xml`).waitFor()
  // Where the receivers have it as it was published, nothing is written.
  writeFileSync(`${desk.data}/traffic/khabar.kz-2024-07-01-xmltv.xml`, 'spoilt')
  await page.getByRole('button', { name: 'Hand out again to the receivers: Revision 2' }).click()
  await page.getByText(/Revision 2 handed out; files written: /).waitFor()
  assert.match(readFileSync(`${desk.data}/traffic/khabar.kz-2024-07-01-xmltv.xml`, 'utf8'), /<tv /)
  await page.getByRole('button', { name: 'Verify all revisions' }).click()
  await page.getByText('All 8 revisions are as they were published.').waitFor()
})
