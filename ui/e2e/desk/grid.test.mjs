// The grid: slots drawn out, moved, filled, linked and layered by hand; occasions moved with what hangs on them; each undone.

import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'

import { eventually, openPage } from './page.mjs'

let desk
let page

before(async () => {
  desk = await openPage({ size: { width: 1600, height: 1000 } })
  page = desk.page
  page.setDefaultTimeout(10_000)
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await page.locator('[data-screen=grid] .column [data-slot]').first().waitFor()
})
after(() => desk?.close())
beforeEach(async () => {
  await desk.settled()
  await page.locator('.pane').evaluate((pane) => pane.scrollTo({ top: 0 }))
})

const box = (slot, day) => page.locator(`[data-slot="${slot}"][data-day="${day}"]`)
const week = (channel = 'khabar.kz', from = '2024-07-01') => desk.ask('grid', { channel, from, language: 'en' })
const slot = async (id, channel) => (await week(channel)).slots.find((one) => one.id === id)
/** Undoes what the test did, and waits until the page shows it. */
async function undo(shown) {
  await page.evaluate(() => document.activeElement?.blur())
  await page.keyboard.press('Control+z')
  await eventually(shown)
  await desk.settled()
}

/** Removes the last slots of the day, so that there is room to draw. */
async function makeRoom() {
  await desk.ask('grid_edit', { edit: { verb: 'remove', ids: ['khabar-2900', 'khabar-2700'], repeats: 'refuse' } })
  await page.reload()
  await page.waitForSelector('.window[aria-busy=false]')
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await box('khabar-2500', 0).waitFor()
}
/** The point of a minute of a column. */
async function point(day, minute) {
  await page.locator('.pane').evaluate((pane, minute) => pane.scrollTo({ top: minute - 300 }), minute)
  const column = await page.locator('.column').nth(day).boundingBox()
  return { x: column.x + column.width / 2, y: column.y + minute }
}
async function drag(from, to, keys = []) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (const key of keys) await page.keyboard.down(key)
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
  for (const key of keys) await page.keyboard.up(key)
}

test('a slot is drawn out, filled and added; undo takes it away', async () => {
  await makeRoom()
  const from = await point(2, 1323)
  await drag(from, { x: from.x, y: from.y + 44 })
  await page.locator('.ghost[data-verdict=good]').waitFor()
  const panel = page.getByRole('complementary')
  await eventually(async () => assert.equal(await panel.getByLabel('Start').inputValue(), '28:00', 'it snaps to five minutes'))
  await panel.getByRole('radio', { name: 'Live or foreign' }).click()
  await panel.getByLabel('Title').fill('Түнгі әуен')
  await panel.getByRole('button', { name: 'Add' }).click()
  await box('khabar-2800', 2).waitFor()
  const made = await slot('khabar-2800')
  assert.deepEqual([made.days, made.start, made.length, made.fill.title], [[2], 1320, 45, 'Түнгі әуен'])
  assert.deepEqual([made.from, made.until], ['2024-01-01', '2024-12-31'], 'it stands where the ground stands')
  await undo(() => box('khabar-2800', 2).waitFor({ state: 'detached' }))
})

test('what overlaps is told at once and cannot be saved', async () => {
  const from = await point(1, 1330)
  await drag(from, { x: from.x, y: from.y - 100 })
  await page.locator('.ghost[data-verdict=refused]').waitFor()
  await page.getByRole('complementary').getByText('overlap', { exact: false }).first().waitFor()
  await eventually(async () => assert.ok(await page.getByRole('button', { name: 'Add' }).isDisabled()))
  await page.keyboard.press('Escape')
  await page.locator('.ghost').waitFor({ state: 'detached' })
})

test('a slot moves by drag; what the schedule loses waits for a decision', async () => {
  const from = await point(4, 1150)
  await drag(from, { x: from.x, y: from.y + 180 }, ['Shift'])
  await page.locator('.ghost[data-verdict=costs]').first().waitFor()
  await page.getByText(/accepted airings? loses? (its|their) slot/).waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await eventually(async () => assert.equal((await slot('khabar-2500')).start, 1320))
  await undo(async () => assert.equal((await slot('khabar-2500')).start, 1140))
})

test('a slot is trimmed by its edge and moved by keys', async () => {
  await makeNewSlot()
  const edge = await point(3, 1376)
  await drag(edge, { x: edge.x, y: edge.y - 15 })
  await page.getByRole('complementary').getByText('28:30–28:45').waitFor()
  await box('khabar-2830', 3).focus()
  await page.keyboard.press('Enter')
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Shift+Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowUp')
  await page.locator('.ghost[data-verdict=good]').waitFor()
  await page.keyboard.press('Alt+ArrowRight')
  await page.locator('.column').nth(4).locator('.ghost[data-verdict=good]').waitFor()
  await page.keyboard.press('Enter')
  await box('khabar-2830', 4).waitFor()
  const moved = await slot('khabar-2830')
  assert.deepEqual([moved.days, moved.start, moved.length], [[4], 1364, 15])
  await undo(() => box('khabar-2830', 3).waitFor())
  await undo(async () => assert.equal((await slot('khabar-2830')).length, 30))
  await undo(() => box('khabar-2830', 3).waitFor({ state: 'detached' }))
})

async function makeNewSlot() {
  await desk.ask('grid_edit', {
    edit: {
      verb: 'add',
      slot: {
        channel: 'khabar.kz', days: [3], start: 1350, length: 30, from: '2024-01-01', until: '2024-12-31', layer: null, weight: 1, languages: ['kk'], occasion: null,
        fill: { kind: 'pool', programmes: [], kinds: ['animation'], tags: [] },
      },
    },
  })
  await page.evaluate(() => document.activeElement?.blur())
  await page.keyboard.press('BracketRight')
  await page.getByRole('heading', { name: '8–14 July 2024' }).waitFor()
  await page.keyboard.press('BracketLeft')
  await page.getByRole('heading', { name: '1–7 July 2024' }).waitFor()
  await box('khabar-2830', 3).waitFor()
}

test('a connector makes a slot the repeat of another', async () => {
  await makeNewSlot()
  const at = await point(3, 1365)
  await page.mouse.click(at.x, at.y)
  const dot = await page.locator('[data-connector]').boundingBox()
  const source = await box('khabar-2000', 2).boundingBox()
  await drag({ x: dot.x + 6, y: dot.y + 6 }, { x: source.x + 30, y: source.y + 20 })
  await page.waitForFunction(async () => (await window.__TAURI_INTERNALS__.invoke('grid', { channel: 'khabar.kz', from: '2024-07-01', language: 'en' })).slots.some((one) => one.id === 'khabar-2830' && one.fill.kind === 'repeat'))
  const made = await slot('khabar-2830')
  assert.deepEqual([made.fill.of, made.fill.days_after], ['khabar-2000', 1])
  await page.locator('svg path.link.repeat').first().waitFor()
  await undo(async () => assert.equal((await slot('khabar-2830')).fill.kind, 'pool'))
  await undo(() => box('khabar-2830', 3).waitFor({ state: 'detached' }))
})

test('a fill is changed in the panel: the next episode of a season', async () => {
  const at = await point(0, 1150)
  await page.mouse.click(at.x, at.y)
  const panel = page.getByRole('complementary')
  await panel.getByRole('radio', { name: 'Next episode' }).click()
  await panel.getByRole('combobox', { name: 'Season' }).click()
  await panel.getByRole('combobox', { name: 'Season' }).fill('classical 3')
  await panel.getByRole('option', { name: /Classical Quotes · 3/ }).first().click()
  await panel.getByLabel('After the last episode').selectOption('restart')
  await panel.getByText('Too short', { exact: false }).waitFor({ state: 'detached' })
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  await page.waitForFunction(async () => (await window.__TAURI_INTERNALS__.invoke('grid', { channel: 'khabar.kz', from: '2024-07-01', language: 'en' })).slots.some((one) => one.id === 'khabar-2500' && one.fill.season === 'quotes/3' && one.fill.restart))
  await undo(async () => assert.equal((await slot('khabar-2500')).fill.kind, 'repeat'))
})

test('layers that have no room are in a menu, and out of reach where they are not seen', async () => {
  const toolbar = page.getByRole('toolbar', { name: 'Layers' })
  const strip = toolbar.locator('.dates')
  const unseen = () => strip.locator('.chip').evaluateAll((chips) => chips.map((chip) => {
    const own = chip.getBoundingClientRect()
    const room = chip.parentElement.getBoundingClientRect()
    return [own.top >= room.bottom || own.right > room.right + 1, chip.inert]
  }))
  const count = await strip.locator('.chip').count()
  assert.ok(count > 1)
  const isTrue = () => eventually(async () => assert.deepEqual((await unseen()).filter(([hidden, inert]) => hidden !== inert), []))
  // What is chosen is wider: where the second has just enough room, it has none once it is chosen.
  const second = await strip.locator('.chip').nth(1).evaluate((chip) => chip.getBoundingClientRect().right - chip.parentElement.getBoundingClientRect().left)
  for (const width of ['', `${second}px`, '150px', '0px']) {
    await strip.evaluate((strip, width) => (strip.style.maxWidth = width), width)
    await isTrue()
    if (width !== `${second}px`) continue
    await strip.locator('.chip').nth(1).click()
    await isTrue()
    await toolbar.getByRole('button', { name: /more/ }).click()
    await page.getByRole('menuitem').first().click()
    await isTrue()
    await strip.locator('.chip').first().click()
  }
  assert.equal((await unseen()).filter(([hidden]) => hidden).length, count)
  await toolbar.getByRole('button', { name: /more/ }).click()
  await page.getByRole('menuitem').nth(1).click()
  await eventually(async () => assert.equal(await strip.locator('.chip').nth(1).getAttribute('aria-pressed'), 'true'))
  await toolbar.getByRole('button', { name: /more/ }).click()
  await page.getByRole('menuitem', { name: 'As it stands' }).click()
  await eventually(async () => assert.equal(await strip.locator('.chip').first().getAttribute('aria-pressed'), 'true'))
  await strip.evaluate((strip) => (strip.style.maxWidth = ''))
})

test('a slot of one date is drawn on a layer of its own and ghosts what it covers', async () => {
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'New dates' }).click()
  const layers = page.getByRole('toolbar', { name: 'Layers' })
  await layers.getByLabel('From').fill('2024-07-03')
  await layers.getByLabel('Until').fill('2024-07-03')
  await page.getByRole('button', { name: 'Draw on these dates' }).click()
  // Over the evening of Wednesday: the slot below is under the hand, so the empty night is drawn on and the times are written.
  const from = await point(2, 1330)
  await drag(from, { x: from.x, y: from.y + 60 })
  const panel = page.getByRole('complementary')
  await panel.getByLabel('Start').fill('21:00')
  await panel.getByLabel('Start').press('Tab')
  await panel.getByLabel('End').fill('22:00')
  await panel.getByLabel('End').press('Tab')
  await page.locator('.ghost[data-verdict=costs]').waitFor()
  await panel.getByRole('button', { name: 'Add' }).click()
  await page.locator('[data-slot="khabar-2100"][data-day="2"].covered').waitFor()
  await eventually(async () => assert.ok(await page.locator('[data-slot="khabar-2100"][data-day="1"].stands').count()))
  await page.getByRole('toolbar', { name: 'Layers' }).getByRole('button', { name: /3 July 2024/ }).waitFor()
  await undo(() => page.locator('[data-slot="khabar-2100"][data-day="2"].stands').waitFor())
  await page.getByRole('button', { name: 'As it stands' }).click()
})

test('a slot that others repeat is kept until they are named', async () => {
  const at = await point(0, 930)
  await page.mouse.click(at.x, at.y)
  await page.keyboard.press('Delete')
  await page.getByText('repeats it', { exact: false }).first().waitFor()
  assert.ok(await slot('khabar-2100'))
  await page.mouse.click(at.x, at.y, { button: 'right' })
  await page.getByRole('menuitem', { name: 'Remove with its repeat' }).click()
  await box('khabar-2100', 0).waitFor({ state: 'detached' })
  assert.equal(await slot('khabar-2500'), undefined)
  await undo(() => box('khabar-2100', 0).waitFor())
})

test('an occasion moves with what hangs on it, shown first', async () => {
  const bar = page.locator('[data-occasion="visit-2024"]')
  const at = await bar.boundingBox()
  const step = (await page.locator('.ground').boundingBox()).width / 56
  await drag({ x: at.x + at.width / 2, y: at.y + 8 }, { x: at.x + at.width / 2 + step * 2, y: at.y + 8 })
  const sheet = page.getByRole('dialog')
  await sheet.getByText('by 2 days', { exact: false }).waitFor()
  await sheet.getByText(/\d+ slots · 2 premieres · 3 campaigns/).waitFor()
  await sheet.getByText(/accepted airings make room or lose/).waitFor()
  await sheet.getByRole('button', { name: 'Move' }).click()
  await sheet.waitFor({ state: 'detached' })
  const film = async () => (await desk.ask('occasions', { language: 'en' })).occasions.find((one) => one.id === 'visit-2024')
  assert.equal((await film()).span.from, '2024-07-04')
  assert.equal((await film()).premieres.find((one) => one.season === 'common-dream/1').date, '2024-07-04')
  await undo(async () => assert.equal((await film()).span.from, '2024-07-02'))
})

test('an occasion is moved by keys, and left where it was', async () => {
  const bar = page.locator('[data-occasion="visit-2024"]')
  await bar.focus()
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog')
  await sheet.getByText('by -3 days', { exact: false }).waitFor()
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await page.locator('.bar.moved').waitFor({ state: 'detached' })
  assert.equal((await desk.ask('occasions', { language: 'en' })).occasions.find((one) => one.id === 'visit-2024').span.from, '2024-07-02')
})

test('a campaign is changed, a holdback told, a blackout lifted', async () => {
  await page.getByRole('tab', { name: 'Promos' }).click()
  const panel = page.getByRole('complementary')
  await panel.getByRole('button', { name: /Classical Quotes/ }).first().click()
  await panel.getByLabel('A day at most').fill('5')
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  const campaigns = async () => (await desk.ask('occasions', { language: 'en' })).campaigns.find((one) => one.id === 'quotes-3-promo')
  await page.locator('.notes, [role=status]').first().waitFor()
  await page.waitForFunction(async () => (await window.__TAURI_INTERNALS__.invoke('occasions', { language: 'en' })).campaigns.some((one) => one.id === 'quotes-3-promo' && one.per_day === 5))
  await undo(async () => assert.equal((await campaigns()).per_day, 8))
  await page.getByRole('tab', { name: 'Kept off' }).click()
  await panel.getByRole('button', { name: 'Lift' }).last().click()
  await page.waitForFunction(async () => (await window.__TAURI_INTERNALS__.invoke('occasions', { language: 'en' })).blackouts.length === 0)
  await undo(async () => assert.equal((await desk.ask('occasions', { language: 'en' })).blackouts.length, 1))
})

test('a week without a schedule says what would air', async () => {
  await page.getByRole('tab', { name: 'Slot' }).click()
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('BracketRight')
  await page.getByRole('button', { name: 'What would air?' }).click()
  await page.locator('.slot .line', { hasText: '·' }).first().waitFor()
})
