// Settings: channels with their zones and duties, the station's words, and what the window remembers.

import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'

import { eventually, openPage } from './page.mjs'

let desk
let page

before(async () => {
  desk = await openPage()
  page = desk.page
  page.setDefaultTimeout(10_000)
  await page.keyboard.press('g')
  await page.keyboard.press('Comma')
  await page.locator('[data-screen=settings]').getByRole('heading', { name: 'Channels' }).waitFor()
})
beforeEach(() => desk.settled())
after(() => desk?.close())

const settings = () => desk.ask('settings')

test('a channel is added with a zone found by typing, and undone', async () => {
  await page.getByRole('button', { name: 'Add a channel' }).first().click()
  await page.getByLabel('Name on air').fill('Балапан')
  await page.getByLabel('Id, for guides').fill('balapan.kz')
  const zone = page.getByRole('combobox', { name: 'Time zone' })
  await zone.click()
  await zone.fill('new york')
  await page.getByRole('option', { name: /America\/New_York/ }).click()
  await page.getByLabel('The broadcast day begins at').fill('05:00')
  await page.locator('form').getByRole('button', { name: 'Add a channel' }).click()
  await page.getByRole('heading', { name: 'Балапан' }).waitFor()
  const made = (await settings()).channels.at(-1)
  assert.deepEqual([made.channel.id, made.channel.zone, made.channel.day_start, made.offset], ['balapan.kz', 'America/New_York', '05:00', 'UTC-04:00'])
  await page.keyboard.press('Escape')
  await page.evaluate(() => document.activeElement.blur())
  await page.keyboard.press('Control+z')
  await page.waitForFunction(async () => (await window.__TAURI_INTERNALS__.invoke('settings')).channels.length === 4)
})

test('what a channel cannot be is said in words', async () => {
  await page.getByRole('button', { name: 'Add a channel' }).first().click()
  await page.getByLabel('Name on air').fill('x')
  await page.getByLabel('Id, for guides').fill('khabar.kz')
  await page.locator('form').getByRole('button', { name: 'Add a channel' }).click()
  await page.getByText('There is a channel “khabar.kz” already.').waitFor()
  await page.getByLabel('Id, for guides').fill('nodot')
  await page.locator('form').getByRole('button', { name: 'Add a channel' }).click()
  await page.getByText('nodot', { exact: false }).last().waitFor()
  assert.equal((await settings()).channels.length, 4)
  await page.getByRole('button', { name: 'Back to what stands' }).click()
})

test('a quota follows the law by a press, and rating hours by typing', async () => {
  await page.locator('li .name', { hasText: 'Хабар' }).click()
  await page.getByRole('button', { name: /KK 55 %/ }).click()
  await page.getByRole('textbox', { name: 'Start' }).first().fill('22:00')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.waitForFunction(async () => (await window.__TAURI_INTERNALS__.invoke('settings')).channels[1].channel.quotas[0].percent === 55)
  const khabar = (await settings()).channels[1].channel
  assert.equal(khabar.rating_hours[0].from, '22:00')
  await page.evaluate(() => document.activeElement.blur())
  await page.keyboard.press('Control+z')
  await page.waitForFunction(async () => (await window.__TAURI_INTERNALS__.invoke('settings')).channels[1].channel.quotas[0].percent === 50)
})

test('what is typed of a channel is kept while one looks elsewhere, and asked about before it is lost', async () => {
  const name = page.getByLabel('Name on air')
  await page.locator('li .name', { hasText: 'Silk Way' }).click()
  await eventually(async () => assert.equal(await name.inputValue(), 'Silk Way'))
  await name.fill('Silk Way HD')
  await name.blur()
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.locator('.column .block').first().waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('Comma')
  await desk.settled()
  assert.equal(await name.inputValue(), 'Silk Way HD')

  const dialog = page.locator('dialog')
  await page.locator('li.on .name').click()
  assert.deepEqual([await dialog.count(), await name.inputValue()], [0, 'Silk Way HD'])
  await page.locator('li .name', { hasText: 'Хабар' }).click()
  await dialog.getByText('What you changed on Silk Way HD is not saved yet.').waitFor()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  assert.equal(await name.inputValue(), 'Silk Way HD')

  await page.getByRole('button', { name: 'Add a channel' }).first().click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: 'New channel' }).waitFor()
  assert.deepEqual((await settings()).channels.map((one) => one.channel.name).filter((one) => one.startsWith('Silk')), ['Silk Way HD'])
  await name.fill('Gone')
  await page.locator('li .name', { hasText: 'Хабар' }).click()
  await dialog.getByRole('button', { name: 'Drop the changes' }).click()
  await eventually(async () => assert.equal(await name.inputValue(), 'Хабар'))
  assert.equal((await settings()).channels.length, 4)
  await page.evaluate(() => document.activeElement.blur())
  await page.keyboard.press('Control+z')
  await page.waitForFunction(async () => (await window.__TAURI_INTERNALS__.invoke('settings')).channels.some((one) => one.channel.name === 'Silk Way'))
})

test('channels stand in another order', async () => {
  await page.getByRole('button', { name: 'Хабар: one place up' }).click()
  await page.waitForFunction(async () => (await window.__TAURI_INTERNALS__.invoke('settings')).channels[0].channel.id === 'khabar.kz')
  await page.locator('li').first().getByText('Хабар').waitFor()
  await page.evaluate(() => document.activeElement.blur())
  await page.keyboard.press('Control+z')
  await page.waitForFunction(async () => (await window.__TAURI_INTERNALS__.invoke('settings')).channels[0].channel.id === 'cctv4.cn')
})

test('a station has a name and notes in each language', async () => {
  await page.getByRole('button', { name: 'Station', exact: true }).click()
  await page.getByLabel('Name, Қазақша').fill('Мәдени алмасу')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.waitForFunction(async () => (await window.__TAURI_INTERNALS__.invoke('settings')).name.kk === 'Мәдени алмасу')
})

test('hours after midnight are written as one chooses', async () => {
  await page.getByRole('button', { name: 'Window', exact: true }).click()
  await page.getByRole('button', { name: 'Clock: 01:30⁺¹' }).click()
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.locator('.axis').first().waitFor()
  await eventually(async () => assert.match(await page.locator('.axis').first().innerText(), /23\s+00\s+01/))
  await page.keyboard.press('g')
  await page.keyboard.press('Comma')
  await page.getByRole('button', { name: 'Broadcast day: 25:30' }).click()
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await eventually(async () => assert.match(await page.locator('.axis').first().innerText(), /23\s+24\s+25/))
  await page.keyboard.press('g')
  await page.keyboard.press('Comma')
})

test('the window remembers language, theme, contrast, screen, channel and week', async () => {
  await page.getByRole('button', { name: 'Window', exact: true }).click()
  await page.getByRole('button', { name: 'Dark', exact: true }).click()
  await page.getByLabel('High contrast').check()
  await page.getByRole('button', { name: '125 %' }).click()
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await page.getByRole('tab', { name: 'Silk Way' }).click()
  await page.getByRole('button', { name: 'Later' }).first().click()
  await page.getByRole('heading', { name: '8–14 July 2024' }).waitFor()
  await page.reload()
  await page.locator('[data-screen=grid]').waitFor()
  await page.getByRole('heading', { name: '8–14 July 2024' }).waitFor()
  await eventually(async () => assert.equal(await page.getByRole('tab', { name: 'Silk Way' }).getAttribute('aria-selected'), 'true'))
  assert.deepEqual(await page.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.dataset.contrast, localStorage.getItem('arna.zoom')]), ['dark', 'more', '125'])
})
