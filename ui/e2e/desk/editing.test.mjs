// The schedule edited by hand: by drag, by keys, by menus and dialogs, with undo of each.

import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'

import { eventually, openPage, until } from './page.mjs'

let desk
let page

before(async () => {
  desk = await openPage({ size: { width: 1440, height: 900 } })
  page = desk.page
  await page.locator('.column .block').first().waitFor()
})
beforeEach(() => desk.settled())
after(() => desk?.close())

const KHABAR = 'khabar.kz'
const WEEK = '2024-07-01'
/** A channel's day as the core tells it, without breaks. */
async function day(date, channel = KHABAR) {
  const week = await desk.ask('week', { channel, from: WEEK, language: 'en' })
  return week.find((one) => one.date.date === date).blocks.filter((one) => one.kind !== 'break')
}
const block = (date, starts) => page.locator(`.column[data-date="${date}"] .block[data-key$="${starts}"]`)
/** A programme of a day that starts at a time of the wall clock. */
async function at(date, wall, channel) {
  return (await day(date, channel)).find((one) => one.start_wall === wall && one.kind === 'programme')
}
async function undo() {
  await page.keyboard.press('Control+z')
  await desk.settled()
}
/** Waits until an edit is done; where it asks first, takes the first way that is open. */
async function settle(done) {
  const chooser = page.locator('dialog.chooser')
  await until(async () => (await chooser.isVisible()) || (await done()), 'an answer')
  if (await chooser.isVisible()) await chooser.locator('.choice:not([disabled])').first().click()
}
/** Where a minute of a day is on the screen. */
async function point(date, minute) {
  await page.locator(`.column[data-date="${date}"]`).evaluate((column, minute) => {
    const px = parseFloat(getComputedStyle(column).height) / 1440
    column.closest('.pane').scrollTo({ top: Math.max(0, minute * px - 300) })
  }, minute)
  return page.locator(`.column[data-date="${date}"]`).evaluate((column, minute) => {
    const rect = column.getBoundingClientRect()
    return { x: rect.left + rect.width / 2, y: rect.top + (minute * rect.height) / 1440 }
  }, minute)
}
async function drag(date, airing, { toDate = date, minute, alt = false, drop = true }) {
  const from = await point(date, airing.start + 4)
  const held = await page.locator(`.column[data-date="${date}"]`).evaluate((column) => column.getBoundingClientRect().height / 1440)
  const to = await page.locator(`.column[data-date="${toDate}"]`).evaluate((column, minute) => {
    const rect = column.getBoundingClientRect()
    return { x: rect.left + rect.width / 2, y: rect.top + (minute * rect.height) / 1440 }
  }, minute)
  if (alt) await page.keyboard.down('Alt')
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x, from.y + 12, { steps: 2 })
  await page.mouse.move(to.x, to.y + 4 * held, { steps: 4 })
  await page.locator('.ghost[data-light]:not([data-light=none])').first().waitFor()
  if (drop) await page.mouse.up()
  if (alt) await page.keyboard.up('Alt')
}
/** A programme with room after it, before the next one. */
async function roomy(date) {
  const all = await day(date)
  for (const [n, one] of all.entries()) {
    const next = all[n + 1]
    if (one.kind === 'programme' && next && next.start - one.over >= 8 && one.end - one.start >= 15 && one.start > 600) return { one, next }
  }
  throw new Error(`no room on ${date}`)
}

test('a block is moved by drag, told while it is dragged, and undone', async () => {
  const { one, next } = await roomy('2024-07-02')
  const minute = next.start - one.lasts
  await drag('2024-07-02', one, { minute })
  const moved = await until(async () => (await day('2024-07-02')).find((each) => each.version === one.version && each.start === minute), 'the moved block')
  assert.equal(moved.origin, 'pin')
  await eventually(async () => assert.match(await page.locator('.said').innerText(), new RegExp(moved.start_wall)))
  await block('2024-07-02', moved.starts).waitFor()
  await undo()
  await until(async () => (await day('2024-07-02')).find((each) => each.version === one.version && each.start === one.start), 'the block back')
})

test('nothing is said of a place before the answer for it has come', async () => {
  const { one, next } = await roomy('2024-07-02')
  await drag('2024-07-02', one, { minute: next.start - one.lasts, drop: false })
  const held = []
  let answers = false
  await page.route('**/ask/judge_edit', (route) => (answers ? route.continue() : void held.push(route)))
  const box = await page.locator('.ghost[data-light]').first().boundingBox()
  await page.mouse.move(box.x + box.width / 2, box.y + 90, { steps: 3 })
  await until(() => held.length > 0, 'the question about the next place')
  assert.equal(await page.locator('.ghost').first().getAttribute('data-light'), 'none')
  assert.equal(await page.locator('.beside').count(), 0)
  answers = true
  await Promise.all(held.map((route) => route.continue()))
  await page.locator('.ghost[data-light]:not([data-light=none])').first().waitFor()
  await page.unroute('**/ask/judge_edit')
  await page.keyboard.press('Escape')
  await page.mouse.up()
})

test('Escape ends a drag and nothing changes', async () => {
  const { one, next } = await roomy('2024-07-02')
  const before = await day('2024-07-02')
  await drag('2024-07-02', one, { minute: next.start - one.lasts, drop: false })
  await page.keyboard.press('Escape')
  await page.locator('.ghost').waitFor({ state: 'detached' })
  await page.mouse.up()
  assert.deepEqual(await day('2024-07-02'), before)
})

test('keys move, pin and remove what is chosen', async () => {
  const { one } = await roomy('2024-07-03')
  await point('2024-07-03', one.start)
  await block('2024-07-03', one.starts).click()
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+Shift+ArrowDown')
  const moved = await until(async () => (await day('2024-07-03')).find((each) => each.version === one.version && each.start === one.start + 7), 'seven minutes')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await until(async () => (await day('2024-07-03')).find((each) => each.version === one.version && each.start === one.start + 2), 'two minutes')
  assert.equal(moved.origin, 'pin')
  await page.locator('.block.chosen').waitFor()
  await page.keyboard.press('Delete')
  await until(async () => !(await day('2024-07-03')).some((each) => each.version === one.version && each.kind === 'programme' && each.start === one.start + 2), 'removed')
  for (let n = 0; n < 5; n += 1) await undo()
  await until(async () => (await day('2024-07-03')).find((each) => each.version === one.version && each.start === one.start), 'all undone')
  await point('2024-07-03', one.start)
  await block('2024-07-03', one.starts).click()
  await page.keyboard.press('p')
  await until(async () => (await day('2024-07-03')).find((each) => each.start === one.start)?.origin === 'pin', 'pinned')
  await page.keyboard.press('p')
  await until(async () => (await day('2024-07-03')).find((each) => each.start === one.start)?.origin !== 'pin', 'unpinned')
  await undo()
  await undo()
})

test('edits and undos that follow each other wait for no reasons; these come once they rest', async () => {
  const own = await openPage()
  try {
    const week = await own.ask('week', { channel: KHABAR, from: WEEK, language: 'en' })
    const all = week[2].blocks.filter((each) => each.kind !== 'break')
    const one = all.find((each, n) => each.kind === 'programme' && each.start > 600 && all[n + 1] && all[n + 1].start - each.over >= 8)
    await own.page.locator(`.column[data-date="2024-07-03"]`).evaluate((column, start) => column.closest('.pane').scrollTo({ top: (start * column.offsetHeight) / 1440 - 200 }), one.start)
    await own.page.locator(`.column[data-date="2024-07-03"] .block[data-key$="${one.starts}"]`).click()
    await own.page.locator('aside h2', { hasText: one.title }).waitFor()
    await own.settled()
    // The page's clock stands still: what waits for edits to rest waits on.
    await own.page.clock.install()
    await own.page.clock.pauseAt(Date.now() + 60_000)
    const asked = []
    own.page.on('request', (request) => asked.push(request.url().split('/').at(-1)))
    const times = (command) => asked.filter((each) => each === command).length
    for (let n = 1; n <= 3; n += 1) {
      await own.page.keyboard.press('Alt+ArrowDown')
      await until(() => times('edit_airings') === n && times('week') === 2 * n - 1, 'an edit')
      await own.settled()
      await own.page.keyboard.press('Control+z')
      await until(() => times('undo') === n && times('week') === 2 * n, 'its undo')
      await own.settled()
    }
    assert.deepEqual([times('explain_airing'), times('problems'), times('overview')], [0, 0, 0])
    await own.page.clock.runFor(1_000)
    await until(() => times('explain_airing') > 0 && times('problems') > 0, 'the reasons and the problems')
  } finally {
    await own.close()
  }
})

test('arrows walk over the blocks and the focus is where they lead', async () => {
  const all = await day('2024-07-03')
  const one = all.find((each) => each.start > 700 && each.kind === 'programme')
  await point('2024-07-03', one.start)
  await block('2024-07-03', one.starts).click()
  await page.keyboard.press('ArrowDown')
  const next = all[all.indexOf(one) + 1]
  await until(() => page.evaluate((starts) => document.activeElement?.dataset.key?.endsWith(starts), next.starts), 'the next block focused')
  await page.keyboard.press('ArrowRight')
  await until(() => page.evaluate(() => document.activeElement?.closest('.column')?.dataset.date === '2024-07-04'), 'the next day')
  const tells = await page.evaluate(() => document.activeElement?.title)
  assert.match(tells, /\d\d:\d\d–\d\d:\d\d · /)
})

test('Alt-drag copies to another day; where it collides there is a choice', async () => {
  const one = (await day('2024-07-02')).find((each) => each.kind === 'programme' && each.start > 700)
  const other = (await day('2024-07-05')).find((each) => each.kind === 'programme' && each.start > 700)
  await drag('2024-07-02', one, { toDate: '2024-07-05', minute: other.start, alt: true })
  const chooser = page.locator('dialog.chooser')
  await chooser.waitFor()
  await chooser.getByRole('button', { name: /Replace/ }).click()
  const copy = await until(async () => (await day('2024-07-05')).find((each) => each.version === one.version && each.start === other.start), 'the copy')
  assert.equal(copy.origin, 'pin')
  assert.ok((await day('2024-07-02')).some((each) => each.version === one.version && each.start === one.start), 'the original stays')
  await undo()
  await until(async () => (await day('2024-07-05')).find((each) => each.start === other.start)?.version === other.version, 'undone')
})

test('a collision can be left as it is, by Escape', async () => {
  const { one } = await roomy('2024-07-02')
  const before = await day('2024-07-02')
  const other = before.find((each) => each.kind === 'programme' && each.start > one.end + 60)
  await drag('2024-07-02', one, { minute: other.start + 5 })
  await page.locator('dialog.chooser').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('dialog.chooser').waitFor({ state: 'detached' })
  assert.deepEqual(await day('2024-07-02'), before)
})

test('a day that has aired takes nothing', async () => {
  const { one } = await roomy('2024-07-02')
  await point('2024-07-02', one.start)
  await block('2024-07-02', one.starts).click()
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: /Move to/ })
  await dialog.getByLabel('Broadcast date').fill('2024-06-10')
  await dialog.getByText(/has aired/).waitFor()
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await page.locator('.notes .bad').getByText(/has aired/).waitFor()
  assert.ok(await at('2024-07-02', one.start_wall))
})

test('M moves to a time typed, over midnight too', async () => {
  const { one } = await roomy('2024-07-02')
  await point('2024-07-02', one.start)
  await block('2024-07-02', one.starts).click()
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: /Move to/ })
  await dialog.getByLabel('Time').fill('28:40')
  await dialog.locator('.judged b').waitFor()
  await page.keyboard.press('Enter')
  await settle(() => at('2024-07-02', '28:40'))
  await until(() => at('2024-07-02', '28:40'), 'moved to 28:40')
  await undo()
  await until(() => at('2024-07-02', one.start_wall), 'undone')
})

test('N places a version that is sought, and the menu has everything with its keys', async () => {
  const one = (await day('2024-07-04')).find((each) => each.kind === 'programme' && each.start > 700)
  await point('2024-07-04', one.start)
  await block('2024-07-04', one.starts).click({ button: 'right' })
  const menu = page.getByRole('menu')
  await menu.waitFor()
  for (const keys of ['E', 'M', 'Alt ↑', 'P', 'Ctrl C', 'Ctrl V', 'Ctrl D', 'N', 'Ctrl F', 'Delete']) assert.equal(await menu.locator('kbd', { hasText: keys }).count() > 0, true, keys)
  await menu.getByRole('menuitem', { name: /Place here/ }).click()
  const dialog = page.getByRole('dialog', { name: /Place here/ })
  await dialog.getByRole('combobox', { name: 'What airs' }).fill('steppe winds')
  await dialog.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Time').fill('28:10')
  await dialog.locator('.judged b').waitFor()
  await dialog.getByRole('button', { name: /Place here/ }).click()
  await settle(() => at('2024-07-04', '28:10'))
  await until(() => at('2024-07-04', '28:10'), 'placed at 28:10')
  await undo()
  await until(async () => !(await at('2024-07-04', '28:10')), 'undone')
})

test('where a rule would be broken, Enter leaves all as it is', async () => {
  // A day of which nothing is planned yet: nothing collides there.
  const there = async () => (await desk.ask('week', { channel: KHABAR, from: '2024-07-15', language: 'en' }))[5].blocks
  const before = await there()
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: /Place here/ })
  // Its licence has no run left.
  await dialog.getByRole('combobox', { name: 'What airs' }).fill('golden-man/1/1')
  await dialog.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Broadcast date').fill('20.7.2024')
  await dialog.getByLabel('Time').fill('12:00')
  await dialog.locator('.judged.red').waitFor()
  await dialog.getByRole('button', { name: /Place here/ }).click()
  const chooser = page.locator('dialog.chooser')
  await chooser.getByRole('button', { name: 'Do it anyway' }).waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.querySelector('b')?.textContent), 'Leave as it is')
  await page.keyboard.press('Enter')
  await chooser.waitFor({ state: 'detached' })
  await desk.settled()
  assert.deepEqual(await there(), before)
})

test('a blackout is drawn on its hours, with what it keeps off', async () => {
  const dark = page.locator('.column[data-date="2024-07-03"] .blackout')
  await dark.waitFor({ state: 'attached' })
  assert.equal(await page.locator('.column .blackout').count(), 1)
  const [{ from, until, tags }] = (await desk.ask('week', { channel: KHABAR, from: WEEK, language: 'en' }))[2].blackouts
  assert.equal(await dark.innerText(), tags.length > 0 ? `Blackout: ${tags.join(', ')}` : 'Blackout')
  const height = await page.locator('.column[data-date="2024-07-03"]').evaluate((column) => column.getBoundingClientRect().height / 1440)
  const box = await dark.evaluate((one) => ({ top: one.offsetTop, height: one.offsetHeight }))
  assert.deepEqual([Math.round(box.top / height), Math.round(box.height / height)], [from, until - from])
  // What is on air is taken hold of through it.
  assert.equal(await dark.evaluate((one) => getComputedStyle(one).pointerEvents), 'none')
})

test('what airs five minutes is read where it is pointed at', async () => {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Minus')
  await page.keyboard.press('Minus')
  const low = page.locator('.block.sliver').first()
  await low.scrollIntoViewIfNeeded()
  assert.equal(await low.locator('.head').evaluate((head) => getComputedStyle(head).visibility), 'hidden')
  assert.match(await low.getAttribute('title'), /\d\d:\d\d–\d\d:\d\d · /)
  await low.hover()
  assert.equal(await low.locator('.head').evaluate((head) => getComputedStyle(head).visibility), 'visible')
  assert.ok((await low.evaluate((one) => one.offsetHeight)) >= 15)
  await page.keyboard.press('Digit0')
})

test('what airs everywhere is found, and replaced in one step', async () => {
  const one = (await day('2024-07-02')).find((each) => each.version?.startsWith('steppe-letters/') && each.start > 700)
  const episode = one.version.slice(0, one.version.lastIndexOf('.'))
  await page.keyboard.press('Control+f')
  const dialog = page.getByRole('dialog', { name: /Find and replace/ })
  await dialog.getByRole('combobox', { name: 'Programme or episode' }).fill(episode)
  await dialog.getByRole('option').first().click()
  await dialog.locator('.there button').first().waitFor()
  const airs = await desk.ask('airs', { id: episode, language: 'en' })
  await eventually(async () => assert.equal(await dialog.locator('.there button').count(), airs.length))
  const programme = episode.slice(0, episode.indexOf('/'))
  const found = await desk.ask('search', { text: programme, language: 'en' })
  const other = found.find((each) => each.id !== episode && each.id.startsWith(`${programme}/`) && each.versions.some((version) => version.language === one.language))
  assert.ok(other, `${programme} has no other episode in ${one.language}`)
  await dialog.getByRole('combobox', { name: 'Replace by' }).fill(other.id)
  await dialog.getByRole('option').first().click()
  await dialog.locator('.judged b, .judged span').first().waitFor()
  await dialog.getByRole('button', { name: /^Replace/ }).click()
  const count = async (id) => (await desk.ask('airs', { id, language: 'en' })).length
  await settle(async () => (await count(episode)) === 0)
  await until(async () => (await count(episode)) === 0, 'nothing of it airs any more')
  assert.ok((await count(other.id)) >= airs.length)
  await undo()
  await until(async () => (await count(episode)) === airs.length, 'one step of undo brings all of it back')
})

test('the list of a day is walked and edited by keys', async () => {
  const date = '2024-07-04'
  await page.locator(`.column[data-date="${date}"] .block.programme`).nth(3).click()
  await page.locator('.heads .head').nth(3).click()
  const rows = page.locator('tr[aria-selected]')
  await rows.first().waitFor()
  await eventually(async () => assert.equal(await rows.count(), (await day(date)).length))
  const airs = (await day(date)).filter((one) => one.kind === 'programme')
  const one = airs[4]
  await page.locator('tr[aria-selected]', { hasText: one.version }).first().click()
  await page.locator('aside h2', { hasText: one.title }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Delete')
  await until(async () => !(await day(date)).some((now) => now.starts === one.starts && now.kind === 'programme'), 'it is taken out')
  await page.locator('tr.open, tr[aria-selected]').first().waitFor()
  await undo()
  await until(async () => (await day(date)).some((now) => now.starts === one.starts && now.version === one.version), 'it is back')
  await page.keyboard.press('w')
  await page.locator('.column .block').first().waitFor()
})

test('what was asked about an airing that is taken out meanwhile is no fault', async () => {
  const date = '2024-07-04'
  const one = (await day(date)).filter((each) => each.kind === 'programme' && each.start > 700)[1]
  await point(date, one.start)
  const held = []
  await page.route('**/ask/explain_airing', (route) => void held.push(route))
  await block(date, one.starts).click()
  await until(() => held.length > 0, 'it is asked about')
  await page.keyboard.press('Delete')
  await until(async () => !(await day(date)).some((now) => now.starts === one.starts && now.kind === 'programme'), 'it is taken out')
  const answered = page.waitForResponse('**/ask/explain_airing')
  for (const route of held) await route.continue()
  await page.unroute('**/ask/explain_airing')
  assert.equal((await (await answered).json()).code, 'nothing_there')
  await desk.settled()
  assert.equal(await page.locator('.notes .bad', { hasText: 'Nothing is on air' }).count(), 0)
  await undo()
  await until(async () => (await day(date)).some((now) => now.starts === one.starts && now.version === one.version), 'it is back')
})

test('shift and control choose several, and they move together', async () => {
  const all = (await day('2024-07-06')).filter((each) => each.kind === 'programme' && each.start > 700)
  const [first, second] = all
  await point('2024-07-06', first.start)
  await block('2024-07-06', first.starts).click()
  await block('2024-07-06', second.starts).click({ modifiers: ['Control'] })
  await eventually(async () => assert.equal(await page.locator('.block.selected').count(), 2))
  await page.keyboard.press('Control+c')
  await page.getByText(/2 airings are ready/).first().waitFor()
  await page.keyboard.press('Delete')
  await until(async () => (await day('2024-07-06')).filter((each) => each.version === first.version && each.start === first.start).length === 0, 'both removed')
  await undo()
  await until(async () => (await day('2024-07-06')).some((each) => each.version === second.version && each.start === second.start), 'both back')
})

test('a day is copied onto another', async () => {
  await page.keyboard.press('Escape')
  await page.locator(`.head[data-date="2024-07-03"], .head`).nth(2).click({ button: 'right' })
  await page.getByRole('menuitem', { name: /Copy day/ }).click()
  const dialog = page.getByRole('dialog', { name: /Copy day/ })
  await dialog.getByLabel('What').selectOption('1')
  await dialog.getByLabel('Onto').fill('2024-07-20')
  await dialog.locator('.judged').filter({ hasText: /\S/ }).waitFor()
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  const there = async () => (await desk.ask('week', { channel: KHABAR, from: '2024-07-15', language: 'en' }))[5].blocks.some((each) => each.origin === 'pin')
  await settle(there)
  await until(there, 'copied')
  await undo()
  await until(async () => !(await there()), 'undone')
})

test('a plan B is kept, compared and swapped in as one step', async () => {
  await page.keyboard.press('Escape')
  await page.keyboard.press('b')
  const dialog = page.getByRole('dialog', { name: 'Plans B' })
  await dialog.getByLabel(/Keep what is accepted/).fill('If the visit moves')
  await page.keyboard.press('Enter')
  await dialog.getByText('If the visit moves').waitFor()
  await page.keyboard.press('Escape')
  const one = (await day('2024-07-02')).find((each) => each.kind === 'programme' && each.start > 800)
  await point('2024-07-02', one.start)
  await block('2024-07-02', one.starts).click()
  await page.keyboard.press('Delete')
  await until(async () => !(await day('2024-07-02')).some((each) => each.starts === one.starts && each.kind === 'programme'), 'removed')
  await page.keyboard.press('b')
  await dialog.getByRole('button', { name: 'Compare' }).click()
  await dialog.getByText(/1 added/).waitFor()
  await dialog.getByRole('button', { name: 'Swap in' }).click()
  await until(async () => (await day('2024-07-02')).some((each) => each.starts === one.starts && each.version === one.version), 'swapped in')
  await dialog.waitFor({ state: 'detached' })
  await undo()
  await until(async () => !(await day('2024-07-02')).some((each) => each.starts === one.starts && each.kind === 'programme'), 'one step back')
  await undo()
})
