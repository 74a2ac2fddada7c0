// One station, two desks, a real PostgreSQL: shared and copied from the window, news as they come, decisions, work without the server.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, afterEach, before, describe, test } from 'node:test'

import { eventually, openPage } from './page.mjs'
import { PROGRAMS, startPostgres } from './postgres.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Nobody's own keyring is asked. */
const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }
/** A server that is away is tried again every 15 s. */
const SOON = { timeout: 40_000 }
const skip = PROGRAMS ? false : 'there is no PostgreSQL server here; apt-get install postgresql (scripts/setup.sh core)'

describe('a station on a server', { skip }, () => {
  let server
  let aigul
  let bolat
  const chip = (desk) => desk.page.locator('footer .chip')
  const dialog = (desk) => desk.page.locator('dialog')
  const airings = (desk) => desk.page.locator('.column .block')
  const part = (desk, name) => dialog(desk).getByRole('tab', { name }).click()

  async function open(desk) {
    if (!(await dialog(desk).isVisible())) await chip(desk).click()
    await dialog(desk).waitFor()
  }
  async function close(desk) {
    await desk.page.keyboard.press('Escape')
    await dialog(desk).waitFor({ state: 'detached' })
  }
  async function fill(desk, login, password = `${login}-secret`) {
    await dialog(desk).getByLabel('Address').fill(server.address(login, 'station'))
    await desk.answer(server.authority)
    await dialog(desk).getByRole('button', { name: 'Choose…' }).click()
    await eventually(async () => assert.equal(await dialog(desk).getByLabel('Certificates that vouch').inputValue(), server.authority))
    await dialog(desk).getByLabel('Password', { exact: true }).fill(password)
    await dialog(desk).getByLabel('Keep it').uncheck()
  }
  /** What the station says of itself in English, as it is typed in the settings. */
  const note = (desk) => desk.page.locator('textarea[lang=en]')
  async function settings(desk) {
    await desk.page.keyboard.press('g')
    await desk.page.keyboard.press('Comma')
    await desk.page.locator('nav[aria-label=Settings]').getByRole('button', { name: 'Station' }).click()
    await note(desk).waitFor()
  }
  async function write(desk, text) {
    await note(desk).fill(text)
    await desk.page.locator('form').getByRole('button', { name: 'Save' }).click()
    await desk.settled()
    await desk.page.evaluate(() => document.activeElement.blur())
  }

  /** Why an account is not set. */
  const refusal = (desk, account) => desk.page.evaluate((account) => window.__TAURI_INTERNALS__.invoke('set_account', { account }).then(() => undefined, (failure) => failure), account)

  /** The airing that has the week's first problem, chosen at both desks. */
  async function chosenAlike() {
    for (const desk of [aigul, bolat]) {
      await desk.page.keyboard.press('g')
      await desk.page.keyboard.press('s')
      await desk.page.locator('.column .block').first().waitFor()
      await desk.page.evaluate(() => document.activeElement?.blur())
      await desk.page.keyboard.press('Escape')
      await desk.page.keyboard.press('F8')
      await desk.page.locator('.block.chosen').waitFor()
    }
    const [own, other] = await Promise.all([bolat, aigul].map((desk) => desk.page.locator('.block.chosen').getAttribute('data-key')))
    assert.equal(own, other)
    return own
  }

  before(async () => {
    server = await startPostgres()
    server.database('station')
    ;[aigul, bolat] = await Promise.all([openPage({ env }), openPage({ env })])
    for (const desk of [aigul, bolat]) desk.page.setDefaultTimeout(15_000)
  })
  after(async () => {
    await aigul?.close()
    await bolat?.close()
    await server?.end()
  })
  afterEach(async () => {
    for (const desk of [aigul, bolat]) if (await dialog(desk).isVisible()) await close(desk)
  })

  test('broken off on its way it is on no server; meanwhile the window says how far it is, and is read', async () => {
    const release = await server.hold('station')
    let thaw = () => {}
    try {
      await open(aigul)
      await fill(aigul, 'owner')
      await dialog(aigul).getByRole('button', { name: 'Share', exact: true }).click()
      const bar = dialog(aigul).getByRole('progressbar')
      await bar.waitFor()
      // A server that says nothing any more keeps nobody.
      server.freeze()
      thaw = server.thaw
      assert.ok(Number(await bar.getAttribute('max')) > 1_000)
      await chip(aigul).getByText('Going to the server: 0 %').waitFor()
      await close(aigul)
      assert.ok((await aigul.ask('week', { channel: 'khabar.kz', from: '2024-07-01', language: 'en' })).length > 0)
      await settings(aigul)
      const save = aigul.page.locator('form').getByRole('button', { name: 'Save' })
      await eventually(async () => {
        await note(aigul).fill('not now')
        assert.ok(await save.isEnabled())
      })
      await save.click()
      await aigul.page.locator('.notes').getByText(/on its way to a server; nothing has changed/).waitFor()
      await open(aigul)
      await dialog(aigul).getByRole('button', { name: 'Break off' }).click()
      await aigul.page.locator('.notes').getByText('Broken off: everything is as it was').waitFor()
      await chip(aigul).getByText('Own file').waitFor()
    } finally {
      thaw()
      await release()
    }
    assert.equal(server.ask('station', "SELECT count(*) FROM pg_namespace WHERE nspname = 'arna'"), '0')
    // The file is changed again.
    await close(aigul)
    await write(aigul, 'of Aigul')
    assert.equal(await note(aigul).inputValue(), 'of Aigul')
  })

  test('it is put there from the window, and what is wrong with the way there is said in words', async () => {
    await chip(aigul).getByText('Own file').waitFor()
    await open(aigul)
    await fill(aigul, 'owner', 'not-it')
    await dialog(aigul).getByRole('button', { name: 'Share', exact: true }).click()
    await dialog(aigul).getByText(/does not let owner in/).waitFor()
    await dialog(aigul).getByText('Type the password again.').waitFor()
    await fill(aigul, 'owner')
    await dialog(aigul).getByRole('button', { name: 'Share', exact: true }).click()
    await chip(aigul).getByText('Shared, nobody else is here').waitFor()
    await dialog(aigul).getByText('What you do is on the server at once').waitFor()
  })

  test('its owner lets somebody in, who opens a copy; each sees who is here', async () => {
    await open(aigul)
    await part(aigul, 'Accounts')
    await dialog(aigul).getByRole('row', { name: /^owner/ }).waitFor()
    await dialog(aigul).getByLabel('Name').fill('bolat')
    await dialog(aigul).getByLabel('Password').fill('bolat-secret')
    await dialog(aigul).getByLabel('edit everything else').check()
    await dialog(aigul).getByRole('button', { name: 'Let in', exact: true }).click()
    await dialog(aigul).getByRole('row', { name: /^bolat plan.*edit everything else/ }).waitFor()
    await dialog(aigul).getByLabel('Name').fill('dana')
    await dialog(aigul).getByLabel('Password').fill('dana-secret')
    await dialog(aigul).getByLabel('Some channels').check()
    assert.ok(await dialog(aigul).getByRole('button', { name: 'Let in', exact: true }).isDisabled())
    await dialog(aigul).getByRole('checkbox', { name: 'khabar.kz' }).check()
    await dialog(aigul).getByRole('button', { name: 'Let in', exact: true }).click()
    const dana = dialog(aigul).getByRole('row', { name: /^dana plan.*Хабар/ })
    await dana.waitFor()
    // What is no role is refused whole: nobody is let in with less than was meant.
    const asked = { login: 'erlan', roles: ['planner', 'chief'], channels: null, password: 'erlan-secret' }
    const refused = await refusal(aigul, asked)
    assert.deepEqual([refused.code, refused.values.found, refused.values.known], ['shared_unknown_role', 'chief', 'viewer, planner, editor, publisher'])
    const elsewhere = await refusal(aigul, { ...asked, roles: ['planner'], channels: ['khabar.kz', 'nowhere.kz'] })
    assert.deepEqual([elsewhere.code, elsewhere.values.channel], ['unknown_channel', 'nowhere.kz'])
    assert.deepEqual((await aigul.ask('accounts')).all.map((one) => one.login), ['bolat', 'dana', 'owner'])
    await dana.getByRole('button', { name: 'Let dana in no more' }).click()
    await dana.getByRole('button', { name: 'Cancel' }).click()
    await dana.getByRole('button', { name: 'Let dana in no more' }).click()
    await dana.getByText('Let dana in no more').click()
    await dana.waitFor({ state: 'detached' })
    await bolat.page.locator('header .name').click()
    await bolat.page.getByRole('menuitem', { name: 'Open a copy from a server…' }).click()
    await fill(bolat, 'bolat')
    await bolat.answer(`${bolat.data}/copy`)
    await dialog(bolat).getByRole('button', { name: 'Make the copy…' }).click()
    await chip(bolat).getByText('Here: owner').waitFor()
    await chip(aigul).getByText('Here: bolat').waitFor()
    // Whoever does not own the station reads who may what.
    await open(bolat)
    await part(bolat, 'Accounts')
    await dialog(bolat).getByRole('row', { name: /^owner/ }).waitFor()
    await dialog(bolat).getByText('here it can be read').waitFor()
    assert.equal(await dialog(bolat).locator('form, tbody button').count(), 0)
    await close(bolat)
    await part(aigul, 'This desk')
    await dialog(aigul).locator('.names').getByText('bolat').waitFor()
    assert.equal((await bolat.ask('shared')).login, 'bolat')
  })

  test('what one does appears at the other’s desk while nobody touches it', async (t) => {
    const key = await chosenAlike()
    const there = aigul.page.locator(`.column .block[data-key="${key}"]`)
    await there.waitFor()
    await bolat.page.keyboard.press('Delete')
    const begun = Date.now()
    await there.waitFor({ state: 'detached' })
    t.diagnostic(`shown after ${Date.now() - begun} ms`)
    await open(aigul)
    await dialog(aigul).locator('.steps li', { hasText: 'bolat' }).first().waitFor()
    await close(aigul)
    // And taken back by the one who did it.
    await bolat.settled()
    await bolat.page.keyboard.press('Control+z')
    await there.waitFor()
  })

  test('what is half typed stays, and news come when it is sent', async () => {
    await settings(aigul)
    await settings(bolat)
    await note(aigul).fill('half ty')
    const before = (await aigul.ask('journal', { before: null }))[0].number
    await write(bolat, 'of Bolat')
    await eventually(async () => assert.ok((await bolat.ask('journal', { before: null }))[0].number > before))
    assert.equal(await note(aigul).inputValue(), 'half ty')
    await note(aigul).blur()
    await eventually(async () => assert.equal(await note(aigul).inputValue(), 'of Bolat'))
  })

  test('without the server one works on; merged back, what both changed is a choice by keys', async () => {
    await open(bolat)
    await dialog(bolat).getByRole('button', { name: 'Work without the server' }).click()
    await chip(bolat).getByText('Without the server', { exact: true }).waitFor()
    await close(bolat)
    await write(bolat, 'mine')
    await chip(bolat).getByText('Without the server, one entry waits').waitFor()
    await write(aigul, 'theirs')
    assert.equal(await note(bolat).inputValue(), 'mine')
    await bolat.page.keyboard.press('F9')
    await dialog(bolat).getByText('The file is backed up').waitFor()
    await dialog(bolat).getByRole('button', { name: 'Merge back' }).click()
    const choice = dialog(bolat).locator('article')
    await choice.waitFor()
    await bolat.page.locator('footer .decisions', { hasText: 'one decision' }).waitFor()
    await dialog(bolat).getByText('Of owner').waitFor()
    const row = choice.locator('tbody tr:not(.record)').first()
    assert.equal(await row.locator('th').innerText(), 'Notes (en)')
    assert.deepEqual(await row.locator('td').allInnerTexts(), ['of Bolat', 'mine', 'theirs'])
    await bolat.settled()
    await choice.focus()
    await bolat.page.keyboard.press('t')
    await dialog(bolat).getByText('Nothing is to be decided.').waitFor()
    await close(bolat)
    await eventually(async () => assert.equal(await note(aigul).inputValue(), 'mine'))
    assert.equal(await note(bolat).inputValue(), 'mine')
  })

  test('of the schedule, a choice tells what becomes of each airing', async () => {
    const key = await chosenAlike()
    await open(bolat)
    await dialog(bolat).getByRole('button', { name: 'Work without the server' }).click()
    await chip(bolat).getByText('Without the server', { exact: true }).waitFor()
    await close(bolat)
    await bolat.page.keyboard.press('Alt+ArrowDown')
    await chip(bolat).getByText('Without the server, one entry waits').waitFor()
    await aigul.page.keyboard.press('Delete')
    await aigul.page.locator(`.column .block[data-key="${key}"]`).waitFor({ state: 'detached' })
    await open(bolat)
    await part(bolat, 'This desk')
    await dialog(bolat).getByRole('button', { name: 'Merge back' }).click()
    const sides = dialog(bolat).locator('article .sides section')
    await sides.first().waitFor()
    const [mine, theirs] = await sides.allInnerTexts()
    assert.match(mine, /Yours.* moved from /s)
    assert.match(theirs, /There now.* is dropped/s)
    await dialog(bolat).getByRole('button', { name: 'Leave theirs' }).click()
    await dialog(bolat).getByText('Nothing is to be decided.').waitFor()
    await close(bolat)
    assert.equal(await bolat.page.locator(`.column .block[data-key="${key}"]`).count(), 0)
    await settings(aigul)
    await settings(bolat)
  })

  test('left, theirs stays, and the chip says no more of it', async () => {
    await open(bolat)
    await dialog(bolat).getByRole('button', { name: 'Work without the server' }).click()
    await chip(bolat).getByText('Without the server', { exact: true }).waitFor()
    await close(bolat)
    await write(bolat, 'not taken')
    await write(aigul, 'hers')
    await open(bolat)
    await dialog(bolat).getByRole('button', { name: 'Merge back' }).click()
    await dialog(bolat).locator('article').waitFor()
    await bolat.settled()
    await dialog(bolat).locator('article').focus()
    await bolat.page.keyboard.press('l')
    await dialog(bolat).getByText('Nothing is to be decided.').waitFor()
    await bolat.page.locator('footer .decisions').waitFor({ state: 'detached' })
    // It is there to be read: what, when, and what stands instead.
    await part(bolat, 'Left')
    const left = dialog(bolat).locator('details')
    await eventually(async () => assert.equal(await left.count(), 2))
    const newest = left.first()
    assert.match(await newest.locator('summary').innerText(), /2\sJuly\s2024 10:00 UTC.*Instead: .*\(owner, 2\sJuly\s2024 10:00 UTC\)/s)
    await newest.locator('summary').focus()
    await bolat.page.keyboard.press('Enter')
    assert.deepEqual(await newest.locator('tbody tr:not(.record) td').allInnerTexts(), ['mine', 'not taken', 'hers'])
    await bolat.page.keyboard.press('ArrowDown')
    await bolat.page.keyboard.press('Enter')
    await left.nth(1).getByText('is dropped').waitFor()
    assert.equal(await dialog(bolat).locator('.part button').count(), 0)
    await close(bolat)
    assert.equal(await note(bolat).inputValue(), 'hers')
  })

  test('a server that goes away is told, the station is read on, and it comes back by itself', async () => {
    await server.stop()
    await chip(aigul).getByText('The server is away').waitFor()
    await note(aigul).fill('into nothing')
    await aigul.page.locator('form').getByRole('button', { name: 'Save' }).click()
    await aigul.page.locator('.notes').getByText(/cannot be reached; nothing has changed/).waitFor()
    await aigul.page.keyboard.press('g')
    await aigul.page.keyboard.press('s')
    await airings(aigul).first().waitFor()
    await server.start()
    await chip(aigul).getByText('Here: bolat').waitFor(SOON)
    await chip(bolat).getByText('Here: owner').waitFor(SOON)
    await settings(aigul)
    await write(aigul, 'back again')
    await eventually(async () => assert.equal(await note(bolat).inputValue(), 'back again'))
  })

  test('a server that falls silent is away within seconds, and the window goes on meanwhile', async (t) => {
    await aigul.page.keyboard.press('g')
    await aigul.page.keyboard.press('s')
    await airings(aigul).first().waitFor()
    server.freeze()
    try {
      const begun = Date.now()
      // Page after page of weeks is looked at while nothing answers.
      let longest = 0
      while (!(await chip(aigul).getByText('The server is away').isVisible()) && Date.now() - begun < 30_000) {
        const asked = Date.now()
        await aigul.ask('week', { channel: 'khabar.kz', from: '2024-07-01', language: 'en' })
        longest = Math.max(longest, Date.now() - asked)
      }
      await chip(aigul).getByText('The server is away').waitFor()
      t.diagnostic(`away after ${Date.now() - begun} ms; a week came after ${longest} ms at most`)
      assert.ok(longest < 2_500, `${longest} ms`)
    } finally {
      server.thaw()
    }
    await chip(aigul).getByText('Here: bolat').waitFor(SOON)
    await chip(bolat).getByText('Here: owner').waitFor(SOON)
    await settings(aigul)
    await settings(bolat)
  })

  test('the password is asked for where nothing keeps it', async () => {
    // Opened anew, as after a start.
    await bolat.page.evaluate(() => window.__TAURI_INTERNALS__.invoke('reopen_station', { language: 'en' }))
    await bolat.page.reload()
    await bolat.page.waitForSelector('.window[aria-busy=false]')
    await chip(bolat).getByText('The server wants a password').waitFor()
    await dialog(bolat).getByLabel('Password of bolat').fill('not-it')
    await dialog(bolat).getByRole('button', { name: 'Sign in' }).click()
    await dialog(bolat).getByText(/does not let bolat in/).waitFor()
    await dialog(bolat).getByLabel('Password of bolat').fill('bolat-secret')
    await dialog(bolat).getByLabel('Keep it').uncheck()
    await dialog(bolat).getByRole('button', { name: 'Sign in' }).click()
    await chip(bolat).getByText('Here: owner').waitFor()
  })

  for (const theme of ['light', 'dark']) {
    test(`no part of it has a serious barrier: ${theme}`, async () => {
      const { page } = aigul
      await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme)
      await open(aigul)
      await page.evaluate(axe)
      for (const name of ['This desk', 'Decisions', 'Left', 'Accounts', 'Open a copy from a server']) {
        await part(aigul, name)
        await page.waitForLoadState('networkidle')
        const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
        const serious = found.violations.filter((one) => one.impact === 'serious' || one.impact === 'critical')
        assert.deepEqual(serious.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`), [])
      }
    })
  }

  test('it is made a station of its own again, once that was said twice', async () => {
    await open(bolat)
    await part(bolat, 'This desk')
    await dialog(bolat).getByRole('button', { name: 'Make it a station of its own…' }).click()
    await dialog(bolat).getByRole('button', { name: 'Make it a station of its own', exact: true }).click()
    await chip(bolat).getByText('Own file').waitFor()
    assert.equal(await bolat.ask('shared'), null)
  })
})
