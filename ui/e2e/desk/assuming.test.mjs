// What if, and roll-outs: what breaks, what is proposed, and one edit that makes it so.

import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'

import { eventually, openPage } from './page.mjs'

let desk
let page

before(async () => {
  desk = await openPage()
  page = desk.page
})
beforeEach(() => desk.settled())
after(() => desk?.close())

const last = async () => (await desk.ask('journal'))[0]

test('a channel that is lost is compared, changes nothing, and is made so by one edit', async () => {
  const before = await last()
  await page.keyboard.press('q')
  await page.locator('dialog select[name=kind]').selectOption('channel_lost')
  assert.ok(await page.getByRole('button', { name: 'Compare' }).isDisabled())
  await page.locator('dialog select[name=channel]').selectOption('khabar.kz')
  await page.locator('dialog input[name=date]').fill('2024-07-04')
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.locator('dialog .cost').waitFor()
  assert.match(await page.locator('dialog .assumed').innerText(), /a channel is lost · Хабар · 4\sJuly\s2024/)
  await eventually(async () => assert.match(await page.locator('dialog .cost').innerText(), /−[\d,]+ points in the pools/))
  await eventually(async () => assert.ok((await page.locator('dialog .row.removed').count()) > 20))
  assert.deepEqual(await last(), before)
  await page.getByRole('button', { name: 'It is so' }).click()
  await page.locator('dialog').waitFor({ state: 'detached' })
  assert.equal((await last()).op, 'amend_channel_lost')
  const week = await desk.ask('week', { channel: 'khabar.kz', from: '2024-07-01', language: 'en' })
  assert.equal(week.find((day) => day.date.date === '2024-07-05').blocks.filter((block) => block.kind === 'programme').length, 0)
  await page.keyboard.press('Control+z')
  await page.locator('footer', { hasText: 'Accept the plan' }).waitFor()
})

test('a licence that ends early says what would be open, and why', async () => {
  await page.keyboard.press('q')
  await page.locator('dialog select[name=kind]').selectOption('licence_until')
  const licence = await page.locator('dialog select[name=licence] option').nth(1).getAttribute('value')
  await page.locator('dialog select[name=licence]').selectOption(licence)
  await page.locator('dialog input[name=date]').fill('2024-07-02')
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.locator('dialog .cost').waitFor()
  await page.locator('dialog .row, dialog .rows p').first().waitFor()
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
})

test('one season is rolled out on two channels in two languages, and taken over', async () => {
  const before = await last()
  await page.keyboard.press('Shift+R')
  await page.locator('dialog select[name=season] option').nth(1).waitFor({ state: 'attached' })
  await page.locator('dialog select[name=season]').selectOption('common-dream/1')
  await page.locator('dialog input[name=from]').fill('2024-08-05')
  await page.locator('dialog input[name=until]').fill('2024-09-01')
  await page.locator('dialog input[name=wish][value="silkway.kz kk"]').check()
  await page.locator('dialog input[name=wish][value="cctv4.cn zh"]').check()
  await page.getByRole('button', { name: 'Propose' }).click()
  await page.locator('dialog .sum').waitFor()
  await eventually(async () => assert.match(await page.locator('dialog .sum').innerText(), /Premieres that air: \d+/))
  await eventually(async () => assert.ok((await page.locator('dialog .premieres div').count()) > 0))
  assert.deepEqual(await last(), before, 'nothing has changed yet')
  await page.getByRole('button', { name: 'Take over' }).click()
  await page.locator('dialog').waitFor({ state: 'detached' })
  assert.equal((await last()).op, 'roll_out')
  await page.keyboard.press('Control+z')
  await page.locator('footer', { hasText: 'Accept the plan' }).waitFor()
})
