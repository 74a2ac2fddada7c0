// Calculating, deciding on the proposal, and what changed: against the real core.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'

import { eventually, openPage } from './page.mjs'

let desk
let page

before(async () => {
  desk = await openPage()
  page = desk.page
})
beforeEach(() => desk.settled())
after(() => desk?.close())

/** Asks for a calculation and waits for its proposal. */
async function calculate({ channels, days = 3, keep = 'nothing' }) {
  await page.keyboard.press('c')
  await page.locator('.ask input[name=days]').fill(String(days))
  await page.locator('.ask input[name=all]').setChecked(!channels)
  for (const channel of channels ?? []) await page.locator(`.ask input[name=channel][value="${channel}"]`).check()
  await page.locator(`.ask input[name=keep][value=${keep}]`).check()
  await page.locator('.ask .segments label').first().click()
  await page.locator('.ask button[type=submit]').click()
  await page.locator('.running').waitFor({ state: 'detached' })
  await page.locator('.matrix').waitFor()
}

async function discard() {
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.locator('.matrix').waitFor({ state: 'detached' })
}

/** The station's document, byte for byte. */
async function exported(name) {
  const path = join(desk.data, `${name}.json`)
  await desk.answer(path)
  await desk.ask('export_station')
  return readFileSync(path)
}

const undo = () => page.keyboard.press('Control+z')
const lastStep = async () => (await desk.ask('start', { language: 'en' })).steps.undo

test('one channel is calculated, and discarding leaves no trace', async () => {
  const untouched = await exported('before')
  const step = await lastStep()
  await undo()
  const empty = await exported('empty')
  await calculate({ channels: ['khabar.kz'] })
  await eventually(async () => assert.equal(await page.locator('.matrix tbody tr').count(), 1))
  await eventually(async () => assert.match(await page.locator('.matrix tbody').innerText(), /\+\d+/))
  await eventually(async () => assert.match(await page.locator('.proven').innerText(), /Within \d+\.\d\d % of the best possible/))
  await eventually(async () => assert.ok((await page.locator('.lane.then .block.added').count()) > 5))
  await discard()
  assert.deepEqual(await exported('discarded'), empty)
  await page.keyboard.press('Control+Shift+z')
  await page.locator('footer', { hasText: 'Accept the plan' }).waitFor()
  assert.deepEqual(await exported('again'), untouched)
  assert.equal((await lastStep()).op, step.op)
})

test('a calculation is cancelled within a second, and the window is usable meanwhile', async () => {
  await page.keyboard.press('c')
  await page.locator('.ask input[name=days]').fill('28')
  await page.locator('.ask input[name=all]').setChecked(true)
  await page.locator('.ask input[name=keep][value=nothing]').check()
  await page.locator('.ask .segments label').nth(2).click()
  await page.locator('.ask button[type=submit]').click()
  await page.locator('.running').waitFor()
  await page.locator('.running .earned', { hasText: /\d points so far, within \d+\.\d\d % of the best possible/ }).waitFor()
  const week = await desk.ask('week', { channel: 'khabar.kz', from: '2024-07-01', language: 'en' })
  assert.equal(week.length, 7)
  const began = Date.now()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.locator('.running').waitFor({ state: 'detached' })
  const took = Date.now() - began
  assert.ok(took <= 1000, `cancelled after ${took} ms`)
  assert.equal(await desk.ask('proposal', { language: 'en' }), null)
})

test('days are accepted one by one, in an order that holds together', async () => {
  await undo()
  await page.locator('footer', { hasText: 'Accept the plan' }).waitFor({ state: 'detached' })
  await calculate({ days: 3 })
  const revision = (await desk.ask('journal'))[0].number
  // The last day alone would tear strands: it is refused beforehand, with what belongs to it.
  await page.locator('.matrix thead input').nth(2).check()
  await page.locator('.wrong').waitFor()
  await eventually(async () => assert.match(await page.locator('.wrong').innerText(), /Out of order|Not what it repeats/))
  await eventually(async () => assert.ok(await page.getByRole('button', { name: /Accept \d+ days/ }).isDisabled()))
  await page.locator('.wrong button').click()
  await page.locator('.wrong').waitFor({ state: 'detached' })
  for (let n = 0; n < 3; n += 1) if (await page.locator('.matrix thead input').nth(n).isChecked()) await page.locator('.matrix thead input').nth(n).uncheck()
  // The first day of all channels.
  await page.locator('.matrix thead input').first().check()
  await page.getByRole('button', { name: /Accept \d+ days/ }).click()
  await page.locator('footer', { hasText: 'channels of the plan' }).waitFor()
  const journal = await desk.ask('journal')
  assert.equal(journal[0].number, revision + 1)
  assert.equal(journal[0].op, 'accept_days')
  const waiting = await desk.ask('proposal', { language: 'en' })
  assert.equal(waiting.stale, false)
  assert.ok(waiting.cells.some((cell) => cell.taken && cell.date === '2024-07-01'))
  await page.getByRole('button', { name: 'Accept all' }).click()
  await page.locator('.matrix').waitFor({ state: 'detached' })
  await undo()
  await undo()
  await page.keyboard.press('Control+Shift+z')
  await page.keyboard.press('Control+Shift+z')
  await page.locator('footer', { hasText: 'Accept the plan' }).waitFor()
})

test('an open slot’s card places anyway, and applies a fix that helps', async () => {
  await undo()
  await calculate({ days: 7 })
  const cards = page.locator('.calculate aside article')
  const open = await cards.count()
  assert.ok(open > 0)
  const card = cards.filter({ has: page.locator('.reason .link') }).first()
  const version = await card.locator('.reason b').first().innerText()
  const { errors } = await desk.ask('proposal', { language: 'en' })
  await card.locator('.reason .link').first().click()
  await page.locator('footer', { hasText: `Place ${version}` }).waitFor()
  await page.locator('.running').waitFor({ state: 'detached' })
  // It airs now, and the rule that it breaks is told; what it leaves of its slot stays open.
  await page.locator('.calculate .counts', { hasText: `${errors + 1} errors` }).waitFor()
  const proposal = await desk.ask('proposal', { language: 'en' })
  assert.deepEqual([proposal.stale, proposal.errors], [false, errors + 1])
  await undo()
  await page.getByRole('button', { name: 'Calculate again' }).click()
  await page.locator('.calculate .counts', { hasText: `${errors} error` }).waitFor()
  await page.locator('.running').waitFor({ state: 'detached' })
  await page.waitForFunction((count) => document.querySelectorAll('.calculate aside article').length === count, open)
  for (let n = 0; n < open; n += 1) {
    await cards.nth(n).getByRole('button', { name: 'What would help' }).click()
    await cards.nth(n).locator('.fix, p.soft:not(:has-text("Trying"))').first().waitFor()
    if ((await cards.nth(n).locator('.fix').count()) > 0) {
      await cards.nth(n).locator('.fix .button').first().click()
      break
    }
  }
  await page.waitForFunction((count) => document.querySelectorAll('.calculate aside article').length < count && !document.querySelector('.running'), open)
  assert.match((await lastStep()).op, /^amend_/)
  await discard()
  await undo()
})

/** A station on which a short film stands in a slot that became longer, so that another slot of its size stays open beside it. */
async function inTheWay(own) {
  await own.answer(join(own.data, 'small.arna'))
  await own.ask('new_station', { language: 'en' })
  const edit = (command, edit) => own.ask(command, { edit, language: 'en' })
  await edit('channel_edit', { verb: 'add', channel: { id: 'k.kz', name: 'K', zone: 'Asia/Almaty', day_start: '06:00', territory: null, quotas: [], rating_hours: [] } })
  const licence = { id: 'F', is_new: true, programme: 'f', season: null, channels: [], languages: [], from: '2024-01-01', until: '2024-12-31', max_runs: 1, shared: false, rerun_hours: 0, min_gap_hours: null }
  await edit('catalogue_edit', {
    programme: {
      id: 'f', titles: [{ language: 'en', text: 'Film' }], kind: 'film', serial: false, tags: [], first_season: 1, seasons: 1, episodes: 2, rating: '',
      versions: [{ language: 'kk', duration: '0:20:00' }], house_number: '', episode_titles: [], licence,
    },
  })
  await edit('catalogue_edit', { fields: [{ key: 'version:f/1/2.kk', field: 'duration', language: null, value: '0:30:00' }] })
  const slot = (start, length) => ({
    channel: 'k.kz', days: [0], start, length, from: null, until: null, layer: null, weight: 3, languages: ['kk'], occasion: null, fill: { kind: 'pool', programmes: [], kinds: [], tags: [] },
  })
  await edit('grid_edit', { verb: 'add', slot: slot(1200, 20) })
  await own.ask('calculate', { asked: { channels: null, from: '2024-07-01', days: 7, effort: 'fast', proof: 'spared', keep: 'nothing' } })
  await own.ask('accept')
  const [{ id }] = (await own.ask('grid', { channel: 'k.kz', from: '2024-07-01', language: 'en' })).slots
  await edit('grid_edit', { verb: 'place', id, start: 1200, length: 30 })
  await edit('grid_edit', { verb: 'add', slot: slot(1260, 20) })
  await own.page.reload()
  await own.page.waitForSelector('.window[aria-busy=false]')
}

test('where what is accepted is in the way, a fix calculates anew with nothing kept', async () => {
  const own = await openPage()
  const anew = own.page.locator('.fix, .fixes li', { hasText: 'Calculate the days anew' })
  const proposed = async () => {
    const { asked, open, from, days } = await own.ask('proposal', { language: 'en' })
    return { keep: asked.keep, open: open.length, from, days }
  }
  try {
    await inTheWay(own)
    // From the schedule: the whole week, beside what is accepted.
    await own.page.locator('.block.open').click()
    await anew.getByRole('button', { name: 'Apply' }).click()
    await own.page.locator('.running').waitFor({ state: 'detached' })
    await own.page.locator('.calculate aside', { hasText: 'Every slot has something on air' }).waitFor()
    assert.deepEqual(await proposed(), { keep: 'nothing', open: 0, from: '2024-07-01', days: 7 })
    assert.equal((await own.ask('start', { language: 'en' })).steps.undo.op, 'add_slot', 'nothing is accepted yet')
    await own.page.getByRole('button', { name: 'Discard' }).click()
    // From a proposal that keeps what is accepted: the same days once more.
    await own.page.locator('.ask input[name=days]').fill('2')
    await own.page.locator('.ask input[name=keep][value=accepted]').check()
    await own.page.locator('.ask button[type=submit]').click()
    await own.page.getByRole('button', { name: 'What would help' }).click()
    assert.deepEqual(await proposed(), { keep: 'accepted', open: 1, from: '2024-07-01', days: 2 })
    await anew.getByRole('button', { name: 'Apply' }).click()
    await own.page.locator('.calculate aside', { hasText: 'Every slot has something on air' }).waitFor()
    assert.deepEqual(await proposed(), { keep: 'nothing', open: 0, from: '2024-07-01', days: 2 })
    await own.page.getByRole('button', { name: 'Accept all' }).click()
    await own.page.locator('.column .block', { hasText: 'Film' }).nth(1).waitFor()
    assert.equal(await own.page.locator('.column .block.open').count(), 0)
  } finally {
    await own.close()
  }
})

test('history is told, and one entry is taken back on its own', async () => {
  await page.keyboard.press('j')
  await page.getByRole('heading', { name: 'Changes since' }).waitFor()
  await eventually(async () => assert.ok((await page.locator('.changes aside article').count()) > 3))
  await calculate({ days: 2 })
  await page.getByRole('button', { name: 'Accept all' }).click()
  await page.locator('.matrix').waitFor({ state: 'detached' })
  const number = (await desk.ask('journal'))[0].number
  await page.keyboard.press('j')
  // Nothing is told of an entry before it is known.
  await page.route('**/ask/changes', (route) => pause(300).then(() => route.continue()).catch(() => {}))
  await page.getByRole('combobox').selectOption(String(number - 1))
  await page.locator('.changes .empty', { hasText: 'Loading …' }).waitFor()
  assert.equal(await page.locator('.changes header > .soft').count(), 0)
  await page.unroute('**/ask/changes')
  await page.locator('.changes section').first().waitFor()
  await eventually(async () => assert.match(await page.locator('.changes main').innerText(), /is new/))
  await page.locator('.changes aside article').first().locator('.revert').click()
  await page.locator('.changes aside article', { hasText: `Take back entry ${number}` }).first().waitFor()
  await page.locator('.changes .empty').waitFor()
  // Once more: it is done no longer.
  await page.locator('.changes aside article').nth(1).locator('.revert').click()
  await page.locator('.notes .bad', { hasText: 'cannot be taken back' }).waitFor()
})

test('a file that goes is told at once, and what is open can be saved', async () => {
  const { renameSync, existsSync } = await import('node:fs')
  const path = join(desk.data, 'sample.arna')
  renameSync(path, `${path}.aside`)
  await page.locator('footer .lost', { hasText: 'file is gone' }).waitFor()
  await desk.answer(join(desk.data, 'copy.arna'))
  await page.getByRole('button', { name: 'Save a copy' }).click()
  await page.locator('.notes', { hasText: 'Copy saved' }).waitFor()
  assert.ok(existsSync(join(desk.data, 'copy.arna')))
  renameSync(`${path}.aside`, path)
  await page.locator('footer .lost').waitFor({ state: 'detached' })
})

test('a second window is offered to read', async () => {
  const second = await openPage({ station: join(desk.data, 'sample.arna') }).catch((error) => error)
  try {
    await second.page.getByRole('button', { name: 'Open it to read only' }).click()
    await second.page.locator('footer', { hasText: 'Open to read only' }).waitFor()
    await second.page.keyboard.press('c')
    await eventually(async () => assert.ok(await second.page.locator('.ask button[type=submit]').isDisabled()))
  } finally {
    await second.close?.()
  }
})
