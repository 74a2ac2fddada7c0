// Every screen of the sample as a picture shows it: how one comes there, in which looks, and when it has settled.
//
// A picture is called SCREEN-THEME, with the language where it is not English and `-large` at 2560×1440 (else 1280×720).

import { writeFileSync } from 'node:fs'

import { openPage } from './page.mjs'

const SMALL = { width: 1280, height: 720 }
const LARGE = { width: 2560, height: 1440 }

const go = (letter) => async ({ page }) => {
  await page.keyboard.press('g')
  await page.keyboard.press(letter)
}

/** What is done before each picture is taken. */
const SCREENS = {
  week: async ({ page }) => {
    await page.keyboard.press('F8')
    await page.locator('.block.chosen').waitFor()
  },
  day: async ({ page }) => {
    await page.keyboard.press('d')
    await page.locator('.lanes .block').first().waitFor()
    await page.keyboard.press('F8')
    await page.locator('.block.chosen').waitFor()
  },
  list: async ({ page }) => {
    await page.keyboard.press('l')
    await page.locator('tbody tr').first().waitFor()
    await page.keyboard.press('F8')
    await page.locator('tr.chosen').waitFor()
  },
  catalogue: async ({ page }) => {
    const row = (key) => page.locator(`[role=row][data-key="${key}"]`)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('common dream')
    await page.locator('[role=option]', { hasText: '1×1', hasNotText: '2024' }).first().click()
    await row('episode:common-dream/1/1').waitFor()
    await page.locator('[role=treegrid]').focus()
    await page.keyboard.press('ArrowRight')
    await row('version:common-dream/1/1.kk').click()
  },
  licences: async (desk) => {
    await go('t')(desk)
    await desk.page.getByRole('tab').nth(1).click()
    await desk.page.locator('.bar').first().click()
  },
  missing: async (desk) => {
    await go('t')(desk)
    await desk.page.getByRole('tab').nth(2).click()
  },
  grid: async (desk) => {
    await go('r')(desk)
    await desk.page.locator('.slot').first().waitFor()
    await desk.page.locator('.column:nth-child(5) .slot').nth(8).click()
  },
  calculate: async (desk) => {
    const { page } = desk
    await page.keyboard.press('Control+z')
    await desk.settled()
    await page.keyboard.press('c')
    await page.locator('.ask input[name=days]').fill('7')
    await page.locator('.ask button[type=submit]').click()
    await page.locator('.matrix').waitFor({ timeout: 60_000 })
    await page.locator('.running').waitFor({ state: 'detached' })
  },
  changes: async (desk) => {
    const { page } = desk
    await page.keyboard.press('F8')
    await page.locator('.block.chosen').waitFor()
    await page.keyboard.press('Delete')
    await page.locator('.block.chosen.programme').waitFor({ state: 'detached' })
    await go('d')(desk)
    await page.locator('select').first().selectOption({ index: 1 })
  },
  publishing: async (desk) => {
    const { page } = desk
    const files = (...forms) => forms.map((form) => ({ form, frame_rate: form === 'bxf' ? '25' : '', date_of: '', authority: '', edition: '', media: '', programme: '' }))
    const receivers = [
      { id: 'khabar-traffic', channel: 'khabar.kz', titles: 'kk', files: files('bxf', 'xlsx') },
      { id: 'khabar-guide', channel: 'khabar.kz', titles: 'ru', files: files('xmltv') },
      { id: 'silkway', channel: 'silkway.kz', titles: 'kk', files: files('csv', 'xmltv') },
    ]
    for (const receiver of receivers) await desk.ask('receiver_edit', { edit: { verb: 'add', receiver: { ...receiver, name: '{channel}-{from}-{format}', to: { kind: 'folder', folder: '.' } } } })
    await go('x')(desk)
    await page.locator('.told', { hasNotText: '…' }).waitFor()
    await page.locator('tr.on .act button').click()
    await page.locator('tr.on .good.line').waitFor()
    await page.locator('pre').waitFor()
    // Where the files go is another folder each time, and news pass.
    await page.addStyleTag({ content: '.where, .notes { visibility: hidden; }' })
  },
  asrun: async (desk) => {
    const { page } = desk
    const { rows } = await desk.ask('rundown', { channel: 'khabar.kz', date: '2024-07-01', language: 'kk' })
    const programmes = rows.filter((one) => !['break', 'promo', 'filler', 'open', 'campaign'].includes(one.origin) && one.title && one.start_wall < '24')
    const lines = programmes.filter((_, n) => n !== 3).map((one, n) => ['2024-07-01', n > 6 ? one.start_wall.replace(/:\d\d$/, ':40').replace(/:0/, ':1') : one.start_wall, one.duration, '', `"${one.title} ${one.episode}"`, 'Aired', 'Programme'].join(','))
    const log = `${desk.data}/khabar-2024-07-01.csv`
    writeFileSync(log, ['Date,Start,Duration,House ID,Title,Status,Type', ...lines].join('\n'))
    await go('a')(desk)
    await desk.answer(log)
    await page.keyboard.press('o')
    await page.locator('.filters').waitFor()
    await page.keyboard.press('F8')
  },
  reports: async (desk) => {
    await go('p')(desk)
    await desk.page.locator('[data-screen=reports] figure svg').waitFor()
  },
  settings: go(','),
  export: async ({ page }) => {
    await page.keyboard.press('x')
    await page.locator('dialog').waitFor()
  },
  palette: async ({ page }) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('bond')
    await page.locator('[role=option]').first().waitFor()
  },
  keys: async ({ page }) => {
    await page.keyboard.press('Shift+Slash')
    await page.locator('dialog').waitFor()
  },
  guide: async ({ page }) => {
    await page.keyboard.press('F1')
    await page.locator('dialog').waitFor()
  },
}

/** What lies over a screen: shown in one look. */
const DIALOGS = new Set(['export', 'palette', 'keys', 'guide', 'missing'])
const LOOKS = [
  ['light', { size: SMALL }],
  ['dark-large', { size: LARGE, theme: 'dark' }],
  ['kk', { size: SMALL, language: 'kk' }],
]
/** All pictures: the name, what the page is opened with, and the screen. */
export const PICTURES = [
  ...Object.keys(SCREENS).flatMap((screen) => (DIALOGS.has(screen) ? LOOKS.slice(0, 1) : LOOKS).map(([look, options]) => [`${screen}-${look}`, options, screen])),
  ['first-minute-light', { size: SMALL, newcomer: true }],
  ['first-minute-zh', { size: SMALL, newcomer: true, language: 'zh' }],
  ['week-light-large', { size: LARGE }, 'week'],
  ['week-dark', { size: SMALL, theme: 'dark' }, 'week'],
  ['day-light-large', { size: LARGE }, 'day'],
  ...['week', 'calculate', 'catalogue', 'grid', 'reports', 'settings'].flatMap((screen) => [
    [`${screen}-ru`, { size: SMALL, language: 'ru' }, screen],
    [`${screen}-zh`, { size: SMALL, language: 'zh' }, screen],
  ]),
]

/** Takes a picture, as PNG. */
export async function take([, options, screen]) {
  const desk = await openPage(options)
  try {
    if (screen) await SCREENS[screen](desk)
    await settled(desk.page)
    return await desk.page.screenshot()
  } finally {
    await desk.close()
  }
}

/** When nothing is asked for any more, fonts are there and two frames have passed. */
async function settled(page) {
  await page.waitForLoadState('networkidle').catch(() => {})
  await page.evaluate(async () => {
    await document.fonts.ready
    for (let n = 0; n < 2; n += 1) await new Promise(requestAnimationFrame)
  })
}
