// Reports: chosen, drawn, sorted, narrowed down, written to files, printed; and the library that draws them comes only then.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'

import { eventually, openPage } from './page.mjs'

let desk
let page
const loaded = []

before(async () => {
  desk = await openPage()
  page = desk.page
  page.setDefaultTimeout(10_000)
  page.on('request', (request) => loaded.push(request.url()))
})
beforeEach(() => desk.settled())
after(() => desk?.close())

const screen = () => page.locator('[data-screen=reports]')
const report = (name) => screen().getByRole('navigation').getByRole('button', { name, exact: true })
const cells = (row) => screen().locator('tbody tr').nth(row).locator('td').allInnerTexts()
const shown = (name) => screen().getByRole('heading', { name, level: 2 }).waitFor()

test('G P shows the reach of the whole schedule, with a chart that is loaded only now', async () => {
  assert.ok(!loaded.some((url) => /draw-/.test(url)))
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await shown('Reach by programme')
  await screen().locator('figure svg').waitFor()
  assert.ok(loaded.some((url) => /draw-/.test(url)))
  const asked = await desk.ask('report', { asked: { kind: 'programmes', from: '2024-07-01', days: 14, channels: [], prime: ['19:00', '23:00'], titles: 'en' } })
  assert.equal(Number(await screen().getByRole('table').getAttribute('aria-rowcount')), asked.rows.length + 1)
  assert.equal((await cells(0))[0], asked.rows[0][0].text)
  assert.match(await screen().locator('figure [role=img]').getAttribute('aria-label'), /^Reach by programme\. .+: \d/)
})

test('a head sorts: the most first, then the least, then as it was', async () => {
  const first = async () => Number((await cells(0))[1])
  const asked = await desk.ask('report', { asked: { kind: 'programmes', from: '2024-07-01', days: 14, channels: [], prime: ['19:00', '23:00'], titles: 'en' } })
  const airings = asked.rows.map((row) => row[1].number)
  const head = screen().getByRole('columnheader', { name: 'airings', exact: true })
  await head.getByRole('button').click()
  await eventually(async () => assert.equal(await first(), Math.max(...airings)))
  assert.equal(await head.getAttribute('aria-sort'), 'descending')
  await head.getByRole('button').click()
  await eventually(async () => assert.equal(await first(), Math.min(...airings)))
  await head.getByRole('button').click()
  await eventually(async () => assert.equal(await first(), airings[0]))
})

test('a channel and other dates narrow it down', async () => {
  await report('Reach by channel').click()
  await shown('Reach by channel')
  await eventually(async () => assert.equal(await screen().locator('tbody tr').count(), 4))
  await screen().locator('summary').click()
  await screen().locator('details').getByRole('checkbox', { name: 'Хабар' }).check()
  await eventually(async () => assert.deepEqual((await cells(0))[0], 'Хабар'))
  assert.equal(await screen().locator('tbody tr').count(), 1)
  const fortnight = (await cells(0))[1]
  await screen().getByLabel('Days').fill('7')
  await eventually(async () => assert.ok(Number((await cells(0))[1]) < Number(fortnight)))
  await screen().getByLabel('First date').fill('15/7/24')
  await screen().getByText('Nothing to report for these dates and channels.').waitFor()
  await screen().getByLabel('First date').fill('1.7.')
  await screen().getByLabel('Days').fill('14')
  await screen().locator('details').getByRole('checkbox', { name: 'Хабар' }).uncheck()
  await screen().locator('summary').click()
})

test('quotas stand beside the law, and an edit is told at once', async () => {
  await report('Language quotas by week').click()
  await shown('Language quotas by week')
  const khabar = screen().locator('tbody tr', { hasText: 'Хабар' }).filter({ hasText: /kk/i }).first()
  await khabar.getByText('50.0 %').first().waitFor()
  await screen().getByText('The law asks for 50 % in Kazakh until 1 January 2025').waitFor()
  const airings = async () => (await desk.ask('report', { asked: { kind: 'channels', from: '2024-07-01', days: 14, channels: ['khabar.kz'], prime: ['19:00', '23:00'], titles: 'en' } })).rows[0][1].number
  const before = await airings()
  await report('Reach by channel').click()
  await eventually(async () => assert.equal(Number((await screen().locator('tbody tr', { hasText: 'Хабар' }).locator('td').nth(1).innerText())), before))
  await page.locator('body').press('Control+z')
  await screen().getByText('Nothing to report for these dates and channels.').waitFor()
  await page.keyboard.press('Control+Shift+Z')
  await eventually(async () => assert.equal(Number((await screen().locator('tbody tr', { hasText: 'Хабар' }).locator('td').nth(1).innerText())), before))
})

test('a report is written to the file that the dialog names', async () => {
  await report('Partners’ sheet').click()
  await shown('Partners’ sheet')
  await eventually(async () => assert.ok((await screen().locator('tbody tr').count()) > 3))
  const table = join(desk.data, 'partners.csv')
  await desk.answer(table)
  await screen().getByRole('button', { name: 'CSV' }).click()
  await page.getByText(/Report written: \d+ rows/).first().waitFor()
  const lines = readFileSync(table, 'utf8').replace('\uFEFF', '').trim().split('\r\n')
  assert.equal(lines[0].split(';')[0], 'partner')
  const text = await screen().locator('.of').innerText()
  assert.equal(lines.length - 1, Number(/(\d+) rows/.exec(text)[1]))
  const book = join(desk.data, 'partners.xlsx')
  await desk.answer(book)
  await screen().getByRole('button', { name: 'XLSX' }).click()
  await page.getByText(book).waitFor()
  assert.equal(readFileSync(book).subarray(0, 2).toString(), 'PK')
  const paper = join(desk.data, 'partners.pdf')
  await desk.answer(paper)
  await screen().getByRole('button', { name: 'PDF' }).click()
  await page.getByText(paper).waitFor()
  assert.equal(readFileSync(paper).subarray(0, 8).toString(), '%PDF-1.7')
})

test('all rows of the partners’ sheet go on paper, in light colours, and the window is as it was after', async () => {
  const rows = Number(/(\d+) rows/.exec(await screen().locator('.of').innerText())[1])
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  assert.equal(await screen().locator('tbody tr:not(.gap)').count(), rows)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await screen().getByRole('navigation').isVisible(), false)
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await screen().getByRole('navigation').waitFor()
})

test('an empty station says that there is nothing, and what to do', async () => {
  const own = await openPage()
  try {
    await own.answer(join(own.data, 'empty.arna'))
    await own.ask('new_station', { language: 'en' })
    await own.page.reload()
    await own.page.waitForSelector('.window[aria-busy=false]')
    await own.page.keyboard.press('g')
    await own.page.keyboard.press('p')
    await own.page.getByText('Nothing to report for these dates and channels.').waitFor()
  } finally {
    await own.close()
  }
})
