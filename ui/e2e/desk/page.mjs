// The page in Chromium, with the real core behind it on a station of its own.

import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'

import { chromium } from 'playwright-core'

const root = join(import.meta.dirname, '../../..')
const server = process.env.ARNA_DEVELOPMENT ?? join(root, 'target/debug/arna-development')
const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path))

/** A station file that is open, with what its journal file holds still. */
function copy(from, to) {
  cpSync(from, to)
  if (existsSync(`${from}-wal`)) cpSync(`${from}-wal`, `${to}-wal`)
}

/** How long the page and the core may take for anything, in ms. */
const PATIENCE = 10_000
/** With ARNA_SLOW=150 every answer of the core comes so many ms late: what a test takes for granted too early shows. */
const SLOW = Number(process.env.ARNA_SLOW ?? 0)

/** Asks until something is found, and answers it. */
export async function until(asks, what) {
  for (const end = Date.now() + PATIENCE; ; await pause(15)) {
    const found = await asks()
    if (found) return found
    if (Date.now() > end) throw new Error(`it never came: ${what}`)
  }
}

/** Tries until it no longer throws: what is shown follows what was done, but not in the same breath. */
export async function eventually(holds) {
  for (const end = Date.now() + PATIENCE; ; await pause(15)) {
    try {
      return await holds()
    } catch (error) {
      if (Date.now() > end) throw error
    }
  }
}

/** A made sample, copied for each test so that none has to calculate it again. */
let made

/**
 * Opens the page. `station` is a station file to open instead of the sample; `size`, `theme` and `language` are what the window would
 * remember; `env` is more of the core's environment. `close` ends what was started and forgets the files.
 */
export async function openPage({ station, size = { width: 1440, height: 900 }, theme = 'light', language = 'en', newcomer = false, now = '2024-07-02T10:00:00Z', env: more = {} } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'arna-desk-'))
  if (!station && made) copy(made, join(data, 'sample.arna'))
  const env = { ...process.env, ARNA_PAGE: join(root, 'ui/dist'), ARNA_DATA: data, ARNA_TOKEN: 'test', ARNA_NOW: now, USER: 'asel', ...more }
  const core = spawn(server, station ? [station] : [], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise((resolve, reject) => {
    core.once('error', reject)
    core.once('exit', (code) => reject(new Error(`${server} ended with ${code}`)))
    createInterface(core.stdout).once('line', resolve)
  })
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--force-color-profile=srgb'] })
  const context = await browser.newContext({ viewport: size, locale: 'en-GB', reducedMotion: 'reduce' })
  await context.addInitScript(
    (kept) => {
      for (const [name, value] of Object.entries(kept)) if (localStorage.getItem(name) === null) localStorage.setItem(name, value)
    },
    { 'arna.theme': theme, 'arna.language': language, 'arna.newcomer': newcomer ? 'yes' : 'no' },
  )
  const page = await context.newPage()
  if (SLOW > 0) await page.route('**/ask/**', (route) => pause(SLOW).then(() => route.continue()).catch(() => {}))
  const broken = []
  page.on('pageerror', (error) => broken.push(error))
  await page.goto(url)
  await page.waitForSelector('.window[aria-busy=false]')
  if (!station && !made) {
    made = join(mkdtempSync(join(tmpdir(), 'arna-made-')), 'sample.arna')
    copy(join(data, 'sample.arna'), made)
    process.once('exit', () => rmSync(join(made, '..'), { recursive: true, force: true }))
  }
  return {
    page,
    data,
    url,
    /** Asks the core directly, as the page would. */
    ask: (command, args = {}) => page.evaluate(([command, args]) => window.__TAURI_INTERNALS__.invoke(command, args), [command, args]),
    /** Waits until everything begun is done and shown. */
    settled: () => page.locator('footer [data-kept=true]').waitFor(),
    /** What the next file dialog answers; nothing chosen where no path is given, `?` keeps it open until the answer after it. */
    answer: async (path = '') => {
      const response = await fetch(new URL('/answer', url), { method: 'POST', headers: { 'x-arna-token': 'test' }, body: path })
      if (!response.ok) throw new Error(`the dialog's answer was refused: ${response.status}`)
    },
    /** Ends everything; throws what broke in the page on the way. */
    close: async () => {
      await browser.close()
      core.removeAllListeners('exit')
      core.kill()
      rmSync(data, { recursive: true, force: true })
      if (broken.length > 0) throw broken[0]
    },
  }
}
