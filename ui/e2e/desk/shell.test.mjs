// The window around the screens: going places, undo, languages, themes, the palette, and what a screen reader finds.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'

import { eventually, openPage } from './page.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let desk
let page

before(async () => {
  desk = await openPage()
  page = desk.page
})
after(() => desk?.close())

test('the sample week is there', async () => {
  await page.getByRole('heading', { name: '1–7 July 2024' }).waitFor()
  await eventually(async () => assert.ok((await page.locator('.column .block').count()) > 100))
})

test('a week goes on one A3 page, and the window is as it was after', async () => {
  const onPaper = []
  await page.exposeFunction('noted', (count) => onPaper.push(count))
  await page.evaluate(() => window.addEventListener('beforeprint', () => window.noted(document.querySelectorAll('.column .block').length)))
  const text = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  assert.equal(text.match(/\/Type\s*\/Page\b/g).length, 1)
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(text).map(Number)
  assert.deepEqual([Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)], [420, 297])
  const { length } = (await desk.ask('week', { channel: 'khabar.kz', from: '2024-07-01', language: 'en' })).flatMap((day) => day.blocks.filter((one) => one.kind !== 'break'))
  assert.equal(onPaper[0], length, 'all of it is on the page')
  await eventually(async () => assert.ok((await page.locator('.column .block').count()) < length))
  await page.locator('.schedule header.paper').waitFor({ state: 'detached' })
})

test('where a web view prints pages across as blank ones, Ctrl P saves what is shown as a PDF', async () => {
  const own = await openPage()
  try {
    // As WebKitGTK names itself, which the window is on Linux.
    await own.page.addInitScript(() => Object.defineProperty(navigator, 'userAgent', { get: () => 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15' }))
    await own.page.reload()
    await own.page.locator('.column .block').first().waitFor()
    const asked = []
    own.page.on('request', (request) => request.url().endsWith('/ask/export_schedule') && asked.push(request.postDataJSON().asked))
    for (const [key, name, days, form] of [['w', 'week', 7, 'pdf_week'], ['l', 'list', 1, 'pdf_rundown']]) {
      await own.page.keyboard.press(key)
      await own.settled()
      const file = `${own.data}/${name}.pdf`
      await own.answer(file)
      await own.page.keyboard.press('Control+p')
      await own.page.getByText(file).waitFor()
      assert.equal(readFileSync(file).subarray(0, 5).toString(), '%PDF-')
      const { from, days: count, form: of } = asked.at(-1)
      assert.deepEqual([from, count, Object.keys(of)[0]], ['2024-07-01', days, form])
    }
  } finally {
    await own.close()
  }
})

test('every screen is two keys away', async () => {
  const letters = await page.locator('nav button[title*="(G "]').evaluateAll((all) => all.map((one) => /\(G (.)\)/.exec(one.title)?.[1] ?? ''))
  assert.ok(letters.length > 0)
  for (const letter of letters) {
    await page.keyboard.press('g')
    await page.keyboard.press(letter === ',' ? 'Comma' : `Key${letter}`)
    await page.locator(`nav button[aria-current=page][title*="(G ${letter})"]`).waitFor()
  }
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.locator('[data-screen=schedule]').waitFor()
})

test('keys are places on the keyboard, not letters, and typing is left alone', async () => {
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyK', key: 'л', ctrlKey: true, bubbles: true })))
  await page.getByRole('combobox').waitFor()
  await page.keyboard.type('x?')
  await eventually(async () => assert.equal(await page.locator('dialog').count(), 1))
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyK', ctrlKey: true, isComposing: true, bubbles: true })))
  await eventually(async () => assert.equal(await page.locator('dialog').count(), 0))
})

test('a strip too short for its channels has a list of all to pick from', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  const size = page.viewportSize()
  const shown = () => page.getByRole('tablist', { name: 'Channels' }).getByRole('tab', { selected: true })
  const opener = page.getByRole('button', { name: '4 channels' })
  const field = page.getByRole('combobox', { name: 'Channels' })
  await page.setViewportSize({ width: 2560, height: 1440 })
  await opener.waitFor({ state: 'detached' })
  await page.setViewportSize({ width: 1100, height: 720 })
  const name = () => shown().locator('span').textContent()
  const was = await name()
  await opener.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('silk')
  await page.keyboard.press('Enter')
  await eventually(async () => assert.equal(await name(), 'Silk Way'))
  assert.ok(await shown().evaluate((tab) => { const [own, strip] = [tab, tab.parentElement].map((one) => one.getBoundingClientRect()); return own.top >= strip.top && own.right <= strip.right && own.bottom <= strip.bottom }), 'it is in sight')
  await field.waitFor({ state: 'detached' })
  assert.ok(await opener.evaluate((one) => one === document.activeElement))
  await page.keyboard.press('Enter')
  await field.waitFor()
  await page.keyboard.press('Escape')
  await field.waitFor({ state: 'detached' })
  assert.ok(await opener.evaluate((one) => one === document.activeElement))
  await page.keyboard.press('Enter')
  await page.keyboard.type(was)
  await page.keyboard.press('Enter')
  await eventually(async () => assert.equal(await name(), was))
  await page.setViewportSize(size)
})

test('a field keeps its own undo', async () => {
  const number = (await desk.ask('journal'))[0].number
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  const filter = page.locator('#catalogue-filter')
  await filter.fill('gold')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+a')
  assert.equal((await desk.ask('journal'))[0].number, number)
  await page.keyboard.press('Escape')
})

test('the palette finds titles of the whole catalogue, in any language, and goes there', async () => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('золот')
  await page.getByRole('option', { name: /The Golden Man/ }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator('[role=row][aria-selected=true], [role=row].at', { hasText: 'The Golden Man' }).first().waitFor()
})

test('what is composed by an input method is text, whatever keys make it', async () => {
  const session = await page.context().newCDPSession(page)
  const filter = page.locator('#catalogue-filter')
  for (const [typed, composed, found] of [['silu', '丝路', /Silk Road/], ['алтын', 'алтын', /The Golden Man/]]) {
    await filter.fill('')
    await filter.focus()
    for (let n = 1; n <= typed.length; n += 1) {
      // While it composes, the browser tells of keys by their place and says so; X and Q would open dialogs.
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', code: n % 2 ? 'KeyX' : 'KeyQ', key: 'Process', windowsVirtualKeyCode: 229 })
      await session.send('Input.imeSetComposition', { text: typed.slice(0, n), selectionStart: n, selectionEnd: n })
    }
    await session.send('Input.insertText', { text: composed })
    await eventually(async () => assert.equal(await filter.inputValue(), composed))
    await eventually(async () => assert.equal(await page.locator('dialog').count(), 0))
    await page.locator('[role=treegrid] [role=row]', { hasText: found }).first().waitFor()
  }
  await filter.fill('')
  await page.keyboard.press('Escape')
  await page.evaluate(() => document.activeElement?.blur())
  await page.keyboard.press('g')
  await page.keyboard.press('s')
})

test('the station’s menu opens, walks and closes by keys, and gives the focus back', async () => {
  const name = page.locator('header .name')
  await name.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menu').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })
  assert.equal(await name.evaluate((one) => one === document.activeElement), true)
})

test('another station is made where the dialog says', async () => {
  const { answer, data } = desk
  await answer(`${data}/empty.arna`)
  await page.locator('header .name').click()
  await page.getByRole('menuitem', { name: 'New empty station' }).click()
  await page.getByRole('heading', { name: 'This station is empty' }).waitFor()
  // What needs a channel asks for nothing else.
  await page.keyboard.press('x')
  await page.getByRole('dialog').getByText('The station has no channel yet.').waitFor()
  assert.equal(await page.getByRole('dialog').locator('.bad').count(), 0)
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' }) // a closed one has no role, but keys are its own until it is gone
  await page.keyboard.press('q')
  await page.getByRole('dialog').getByRole('button', { name: 'Add a channel' }).click()
  await page.getByLabel('Name on air').waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.locator('header .name').click()
  await page.getByRole('menuitem', { name: /sample\.arna/ }).click()
  await page.locator('.column .block').first().waitFor()
})

test('what is only read is loaded, and what is changed is saved', async () => {
  await desk.settled()
  await page.route('**/ask/**', (route) => pause(300).then(() => route.continue()).catch(() => {}))
  const footer = page.locator('footer [data-kept]')
  await page.keyboard.press('BracketRight')
  await footer.getByText('Loading …').waitFor()
  await page.unroute('**/ask/**')
  await desk.settled()
  await page.keyboard.press('BracketLeft')
  await desk.settled()
  await savingIsTold()
})

/** An undo that takes a moment is told while it does, and is taken back. */
async function savingIsTold() {
  await page.route('**/ask/undo', (route) => pause(300).then(() => route.continue()).catch(() => {}))
  await page.keyboard.press('Control+z')
  await page.locator('footer [data-kept]').getByText('Saving …').waitFor()
  await page.unroute('**/ask/undo')
  await desk.settled()
  await page.keyboard.press('Control+Shift+z')
  await desk.settled()
}

test('while a dialog of the system is open, nothing is saved yet', async () => {
  const told = page.locator('footer [data-kept=false]')
  await page.locator('header .name').click()
  await desk.answer('?')
  await page.getByRole('menuitem', { name: 'New empty station' }).click()
  await told.getByText('All changes kept').waitFor()
  await desk.answer()
  await desk.settled()
  await savingIsTold()
  await page.keyboard.press('x')
  await page.locator('dialog button[type=submit]:enabled').waitFor()
  await desk.answer('?')
  await page.locator('dialog button[type=submit]').click()
  await told.getByText('All changes kept').waitFor()
  await desk.answer(`${desk.data}/guide.xml`)
  await page.locator('footer [data-kept=true]').waitFor()
  await savingIsTold()
  assert.ok(readFileSync(`${desk.data}/guide.xml`).length > 0)
})

for (const theme of ['light', 'dark']) {
  for (const language of ['en', 'kk', 'ru', 'zh']) {
    test(`no screen has a serious barrier: ${language}, ${theme}`, async () => {
      const own = await openPage({ theme, language, newcomer: true })
      try {
        await own.page.evaluate(axe)
        const screens = await own.page.locator('nav button[title*="(G "]').count()
        for (let n = 0; n < screens; n += 1) {
          await own.page.locator('nav button[title*="(G "]').nth(n).click()
          await own.page.waitForLoadState('networkidle')
          const found = await own.page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
          const serious = found.violations.filter((one) => one.impact === 'serious' || one.impact === 'critical')
          assert.deepEqual(serious.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`), [])
        }
      } finally {
        await own.close()
      }
    })
  }
}
