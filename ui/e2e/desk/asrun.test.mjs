// As-run: a log chosen, its mapping mended while its rows are read, what became of each airing, taking it over, and back.

import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { after, before, beforeEach, test } from 'node:test'

import { eventually, openPage } from './page.mjs'

const DATE = '2024-07-01'
let desk
let page
let log
const rest = () => page.evaluate(() => document.activeElement?.blur())
const filter = (name) => page.locator('.filters button', { hasText: name })
const history = async () => (await desk.ask('journal', { before: null })).filter((one) => one.op === 'accept_as_run' && one.kind === 'do' && !one.undone).length

const seconds = (wall) => wall.split(':').reduce((sum, part) => 60 * sum + Number(part), 0)
const wall = (all) => [3600, 60, 1].map((unit) => String(Math.floor(all / unit) % (unit === 3600 ? 100 : 60)).padStart(2, '0')).join(':')

before(async () => {
  desk = await openPage()
  page = desk.page
  page.setDefaultTimeout(10_000)
  // The log of the sample's first day: all as accepted, but one thing ten minutes late and another that is not there.
  const { rows } = await desk.ask('rundown', { channel: 'khabar.kz', date: DATE, language: 'kk' })
  const programmes = rows.filter((one) => !['break', 'promo', 'filler', 'open', 'campaign'].includes(one.origin) && one.title)
  const lines = programmes.flatMap((one, n) => {
    if (n === 4) return []
    const start = seconds(one.start_wall) + (n === 6 ? 600 : 0)
    // The calendar's date stands beside a time past midnight.
    const [date, time] = start >= 86_400 ? ['2024-07-02', start - 86_400] : [DATE, start]
    return [[date, wall(time), one.duration, '', `"${[one.title, one.episode].filter(Boolean).join(' ')}"`, 'Aired', 'Programme'].join(';')]
  })
  log = `${desk.data}/khabar.log`
  writeFileSync(log, ['Datum;Zeit;Dauer;Nummer;Titel;Stand;Art', ...lines, `${DATE};??;0:10:00;;"Nobody knows";Aired;Programme`].join('\r\n'))
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.getByText('Choose the log that playout wrote.').waitFor()
})
beforeEach(() => desk.settled())
after(() => desk?.close())

test('a log that its mapping does not fit is refused in words, and the mapping is at hand', async () => {
  await page.locator('header select').first().selectOption('khabar.kz')
  await page.locator('header select').nth(1).selectOption('csv')
  await desk.answer(log)
  await page.keyboard.press('Escape')
  await rest()
  await page.keyboard.press('o')
  await page.getByRole('alert').getByText(/No head is called “Date”/).waitFor()
  await page.getByRole('form', { name: 'Read as' }).waitFor()
})

test('the mapping is made column by column, while the rows are read', async () => {
  const form = page.getByRole('form', { name: 'Read as' })
  await form.getByLabel('Sign between cells').selectOption(';')
  for (const [field, head] of [['Date', 'Datum'], ['Start', 'Zeit'], ['Duration', 'Dauer'], ['House number', 'Nummer'], ['Title', 'Titel'], ['Status', 'Stand']]) {
    await form.locator('label', { has: page.getByText(field, { exact: true }) }).locator('select').selectOption(head)
  }
  await form.getByLabel('Pass over where').fill('Art')
  await form.getByLabel('Pass over where').blur()
  await page.getByText(/Rows read: \d+; passed over: 0\./).waitFor()
  // The one row that cannot be read is named with its place and what was expected.
  await page.locator('.preview li', { hasText: '“??” cannot be read' }).waitFor()
})

test('a mapping is saved as a file, and chosen from one', async () => {
  const file = `${desk.data}/own.json`
  await desk.answer(file)
  await page.getByRole('button', { name: 'Save this mapping as a file…' }).click()
  await page.getByText('The mapping is saved').waitFor()
  const saved = JSON.parse(readFileSync(file, 'utf8'))
  assert.deepEqual([saved.format, saved.rows.delimited.delimiter, saved.columns.start], ['arna-asrun/1', ';', 'Zeit'])
  await page.locator('header select').nth(1).selectOption('csv')
  await page.getByRole('alert').waitFor()
  await desk.answer(file)
  await page.getByRole('button', { name: 'A mapping from a file …' }).click()
  await page.getByRole('alert').waitFor({ state: 'detached' })
})

test('the report tells what became of each, and filters it', async () => {
  await page.getByRole('button', { name: 'What became of it' }).click()
  await filter('missing').waitFor()
  const late = Number(await filter('late').locator('b').innerText())
  assert.ok(late >= 1)
  await filter('late').click()
  await eventually(async () => assert.equal(await page.locator('.left tbody tr:not(.day)').count(), late))
  await page.locator('.left tr', { hasText: '+10:00' }).waitFor()
  await filter('All').click()
  await rest()
  await page.keyboard.press('F8')
  await page.locator('tr.on.odd').waitFor()
})

test('the date that a log is of is typed as people write it, and taken when the field is left', async () => {
  const date = page.locator('header').getByLabel('Of the date')
  const seen = []
  const see = (request) => request.url().endsWith('/ask/log_report') && seen.push(request.postDataJSON().asked.date)
  page.on('request', see)
  await date.pressSequentially('1.7.2024')
  await date.press('Enter')
  await eventually(() => assert.deepEqual(seen, ['2024-07-01']))
  await date.fill('')
  await date.blur()
  await eventually(() => assert.deepEqual(seen, ['2024-07-01', null]))
  page.off('request', see)
})

test('the log is laid beside what the channel was sent, and beside what is accepted again', async () => {
  const due = async () => (await page.locator('aside p', { hasText: /aired: \d+/ }).innerText()).split(':')[0]
  assert.equal(await due(), 'Accepted')
  await rest()
  await page.keyboard.press('g')
  await page.keyboard.press('x')
  await page.locator('tr[data-channel="khabar.kz"]').click()
  await rest()
  await page.keyboard.press('p')
  await page.getByText(/Revision 1 published/).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  const beside = page.locator('header').getByLabel('Beside')
  await beside.selectOption('1')
  await eventually(async () => assert.equal(await due(), 'Published'))
  await page.getByRole('columnheader', { name: 'Published' }).waitFor()
  await beside.selectOption('')
  await eventually(async () => assert.equal(await due(), 'Accepted'))
})

test('the report is saved as a table', async () => {
  const file = `${desk.data}/report.csv`
  await desk.answer(file)
  await page.getByRole('button', { name: 'Save the report…' }).click()
  await page.getByText('The report is saved').waitFor()
  const text = readFileSync(file, 'utf8')
  assert.match(text, /date.*accepted.*title.*late/)
  assert.match(text, /missing/)
})

test('what is not sure is taken over only anyway, in one step that is taken back', async () => {
  await page.getByText('One row could not be read').waitFor()
  await page.getByRole('button', { name: 'Take it over anyway' }).click()
  await eventually(async () => assert.equal(await history(), 1))
  await desk.settled()
  await rest()
  await page.keyboard.press('Control+z')
  await eventually(async () => assert.equal(await history(), 0))
})

test('a sure log is taken over by a key, and nothing is left to be done then', async () => {
  writeFileSync(log, readFileSync(log, 'utf8').split('\r\n').slice(0, -1).join('\r\n'))
  await desk.answer(log)
  await rest()
  await page.keyboard.press('o')
  await page.getByRole('button', { name: 'Take it over', exact: true }).waitFor()
  await rest()
  await page.keyboard.press('Enter')
  await eventually(async () => assert.equal(await history(), 1))
  await page.getByText('say all this already').waitFor()
  assert.equal(existsSync(log), true)
})

test('a channel is read by its last mapping another time', async () => {
  await page.reload()
  await page.getByText('Choose the log that playout wrote.').waitFor()
  await desk.answer(log)
  await page.keyboard.press('o')
  await page.locator('.filters').waitFor()
  assert.equal(await page.locator('header select').nth(1).inputValue(), 'own')
})
