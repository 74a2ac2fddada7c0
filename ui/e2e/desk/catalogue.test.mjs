// The catalogue: filter, edits in the table, many rows at once, a new programme and a licence tried out.

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { after, before, beforeEach, test } from 'node:test'

import { eventually, openPage } from './page.mjs'

let desk
let page
const key = (name) => page.locator(`[role=row][data-key="${name}"]`)
const item = (name) => desk.ask('catalogue_item', { key: name, language: 'en' })

before(async () => {
  desk = await openPage()
  page = desk.page
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await key('programme:common-dream').waitFor()
})
beforeEach(() => desk.settled())
after(() => desk?.close())

async function filter(text) {
  await page.keyboard.press('Escape')
  await page.locator('[role=treegrid]').focus()
  await page.keyboard.press('Slash')
  await page.keyboard.press('Control+a')
  if (text) await page.keyboard.type(text)
  else await page.keyboard.press('Delete')
}

test('a filter finds a title in any language, with what is above it', async () => {
  await filter('ортақ арман')
  await page.locator('[role=row].match').waitFor()
  assert.deepEqual(await page.locator('[role=row][data-key]').evaluateAll((all) => all.map((one) => one.dataset.key)), ['programme:common-dream'])
  await filter('common-dream/1/2.kk')
  await key('version:common-dream/1/2.kk').waitFor()
  await eventually(async () => assert.equal(await page.locator('[role=row].match').count(), 1))
  await eventually(async () => assert.equal(await key('episode:common-dream/1/2').getAttribute('aria-level'), '3'))
  await filter('')
  await key('programme:quotes').waitFor()
})

test('the tree is walked, opened and edited by keys alone, and undo brings back what was', async () => {
  const before = (await item('episode:common-dream/1/1')).titles.find((one) => one.language === 'en')?.text ?? ''
  await key('programme:common-dream').locator('.cell.title').click()
  await page.locator('[role=treegrid]').focus()
  await page.keyboard.press('ArrowRight')
  await key('season:common-dream/1').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.locator('[data-active=true][data-key="season:common-dream/1"]').waitFor()
  await page.keyboard.press('ArrowRight')
  await key('episode:common-dream/1/1').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.locator('[data-active=true][data-key="episode:common-dream/1/1"]').waitFor()
  await page.keyboard.press('F2')
  const typed = '<script>document.title = "taken"</script> \u202eAlmaty'
  await page.locator('.edit').fill(typed)
  await page.keyboard.press('Enter')
  await page.locator('.edit').waitFor({ state: 'detached' })
  await key('episode:common-dream/1/1').locator('bdi.name', { hasText: '<script>' }).waitFor()
  assert.equal((await item('episode:common-dream/1/1')).titles.find((one) => one.language === 'en').text, typed)
  assert.notEqual(await page.title(), 'taken')
  await page.keyboard.press('Control+z')
  await key('episode:common-dream/1/1').locator('bdi.name', { hasText: '<script>' }).waitFor({ state: 'detached' })
  assert.equal((await item('episode:common-dream/1/1')).titles.find((one) => one.language === 'en')?.text ?? '', before)
})

test('what is no duration is refused and stays to be put right', async () => {
  await key('episode:common-dream/1/2').locator('.cell.duration').dblclick()
  await page.locator('.edit').fill('25:99')
  await page.keyboard.press('Enter')
  await page.getByText('“25:99” is no duration.').first().waitFor()
  await eventually(async () => assert.equal(await page.locator('.edit').inputValue(), '25:99'))
  await page.keyboard.press('Escape')
  await page.locator('.edit').waitFor({ state: 'detached' })
})

test('many rows get a rating in one step', async () => {
  await key('episode:common-dream/1/1').click()
  await key('episode:common-dream/1/3').click({ modifiers: ['Shift'] })
  const bulk = page.locator('form.bulk')
  await bulk.getByRole('combobox').selectOption('rating')
  await bulk.getByRole('textbox').fill('16+')
  await bulk.getByRole('button', { name: 'Set in 3 rows' }).click()
  await key('episode:common-dream/1/3').locator('.cell.kind', { hasText: '16+' }).waitFor()
  for (const n of [1, 2, 3]) assert.equal((await item(`episode:common-dream/1/${n}`)).row.rating, '16+')
  const { steps } = await desk.ask('start', { language: 'en' })
  assert.equal(steps.undo.op, 'edit_items')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await key('episode:common-dream/1/3').locator('.cell.kind', { hasText: '16+' }).waitFor({ state: 'detached' })
})

test('a programme of two seasons and two languages is made at once', async () => {
  await page.getByRole('button', { name: 'New programme' }).first().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Title en').fill('Silk Road')
  await sheet.getByLabel('Seasons', { exact: true }).fill('2')
  await sheet.getByLabel('Episodes in each').fill('4')
  await sheet.getByRole('button', { name: 'Another language' }).click()
  await sheet.getByLabel('House numbers').fill('SR{season}{episode:03}-{language}')
  await sheet.getByText('2 seasons, 8 episodes, 16 versions').waitFor()
  await sheet.getByText('SR1001-kk').waitFor()
  await sheet.getByRole('button', { name: 'Make', exact: true }).click()
  await sheet.waitFor({ state: 'detached' })
  await key('programme:silk-road').waitFor()
  assert.equal((await item('episode:silk-road/2/4')).versions.length, 2)
})

test('a licence is tried out before it is saved', async () => {
  await page.getByRole('tab', { name: 'Licences' }).click()
  await page.locator('#catalogue-filter').fill('quotes-kz-3')
  await page.getByRole('button', { name: 'Change licence quotes-kz-3' }).first().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText('Nothing in the accepted schedule breaks.').waitFor()
  await sheet.getByLabel('Last day').fill('2024-07-04')
  await sheet.getByText(/^This breaks \d+ airings$/).waitFor()
  await eventually(async () => assert.ok((await sheet.locator('.effects li').count()) > 1))
  assert.equal((await desk.ask('start', { language: 'en' })).steps.undo.op, 'add_programme', 'nothing is saved yet')
  await sheet.getByRole('button', { name: /^Save, although \d+ airings break$/ }).click()
  await sheet.waitFor({ state: 'detached' })
  assert.equal((await desk.ask('start', { language: 'en' })).steps.undo.op, 'put_licence')
  await page.keyboard.press('Control+z')
})

test('what hangs on a programme is named before it goes, and comes back', async () => {
  await page.getByRole('tab').first().click()
  const row = key('programme:common-dream')
  await row.click()
  await page.locator('[role=treegrid]').focus()
  await page.keyboard.press('Delete')
  const sheet = page.locator('dialog')
  await sheet.getByRole('button', { name: 'Remove with all of it' }).waitFor()
  await eventually(async () => assert.ok((await sheet.locator('ul li').count()) > 0))
  await sheet.getByRole('button', { name: 'Remove with all of it' }).click()
  await sheet.waitFor({ state: 'detached' })
  await row.waitFor({ state: 'detached' })
  await page.evaluate(() => document.activeElement.blur())
  await page.keyboard.press('Control+z')
  await row.waitFor()
})

test('kinds are named in the window’s language, and understood as they are named', async () => {
  const own = await openPage({ language: 'ru' })
  try {
    const kept = async () => (await own.ask('catalogue_item', { key: 'programme:common-dream', language: 'ru' })).fields.find((one) => one.name === 'kind').value
    await own.page.keyboard.press('g')
    await own.page.keyboard.press('t')
    const row = own.page.locator('[role=row][data-key="programme:common-dream"]')
    await row.locator('.cell.kind', { hasText: 'документальный' }).click()
    const kind = own.page.locator('aside').getByLabel('Вид', { exact: true })
    assert.equal(await kind.inputValue(), 'документальный')
    await kind.fill('Фильм')
    await kind.press('Enter')
    await row.locator('.cell.kind', { hasText: /^фильм$/ }).waitFor()
    assert.equal(await kept(), 'film')
  } finally {
    await own.close()
  }
})

test('a spreadsheet of any layout becomes part of the station: cells that cannot be read are named', async () => {
  const file = `${desk.data}/films.csv`
  // As a spreadsheet in Russian settings saves it: semicolons, Windows-1251; names as a careless or hostile hand writes them.
  const text = 'Название;Сезон;Серия;Язык;Хронометраж\nТайны степи;1;1;ru;25:30\n;1;2;ru;24:00\n;1;3;клингонский;24:00\n<script>alert(1)</script>;1;1;ru;с утра\n'
  writeFileSync(file, Buffer.from([...text].map((one) => (one >= 'А' && one <= 'я' ? one.charCodeAt(0) - 0x410 + 0xc0 : one.charCodeAt(0)))))
  await desk.answer(file)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('new from a spreadsheet')
  await page.getByRole('option', { name: /spreadsheet/ }).first().waitFor()
  await page.keyboard.press('Enter')
  const sheet = page.locator('dialog')
  await sheet.locator('td', { hasText: 'Тайны степи' }).first().waitFor()
  await sheet.locator('.why', { hasText: 'nobody knows the language “клингонский”' }).waitFor()
  await sheet.locator('.why', { hasText: '“с утра” is no duration' }).waitFor()
  await eventually(async () => assert.equal(await sheet.locator('td', { hasText: '<script>alert(1)</script>' }).count(), 1))

  await sheet.getByLabel(/Into “/).check()
  await sheet.getByLabel('Leave these 2 rows out').check()
  const number = (await desk.ask('journal'))[0].number
  await sheet.getByRole('button', { name: 'Take 2 rows' }).click()
  await sheet.waitFor({ state: 'detached' })
  assert.equal((await desk.ask('journal'))[0].number, number + 1)
  await page.locator('#catalogue-filter').fill('тайны')
  await page.locator('[role=row]', { hasText: 'Тайны степи' }).first().waitFor()
  await page.locator('#catalogue-filter').fill('')
  await page.evaluate(() => document.activeElement.blur())
  await page.keyboard.press('Control+z')
  await page.locator('[role=row]', { hasText: 'Тайны степи' }).waitFor({ state: 'detached' })
})

test('a spreadsheet of one channel, whose name is in no column, tells of its airings, and gives them to the channel named', async () => {
  const file = `${desk.data}/wall.csv`
  writeFileSync(file, 'Дата;Время;Название\n09.07.2024;20:00;Стена\n09.07.2024;21:00;Стена\n')
  await desk.answer(file)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('new from a spreadsheet')
  await page.getByRole('option', { name: /spreadsheet/ }).first().waitFor()
  await page.keyboard.press('Enter')
  const sheet = page.locator('dialog')
  await sheet.getByText('2 rows say when something airs, but on no channel').waitFor()
  await sheet.getByLabel(/Into “/).check()
  await sheet.getByLabel('Channel of rows that name none').fill('хабар')
  await sheet.getByText('2 rows say when something airs').waitFor({ state: 'detached' })
  await sheet.getByRole('button', { name: 'Take 2 rows' }).click()
  await sheet.waitFor({ state: 'detached' })
  await page.getByText(/pins 2, channels 0/).waitFor()
  const { rows } = await desk.ask('rundown', { channel: 'khabar.kz', date: '2024-07-09', language: 'ru' })
  assert.ok(rows.length > 0)
  await page.keyboard.press('Control+z')
})
