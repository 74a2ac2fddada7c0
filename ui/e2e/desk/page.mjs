// The page in Chromium, with the real core behind it on a station of its own.

import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { chromium } from 'playwright-core'

const root = join(import.meta.dirname, '../../..')
const server = process.env.ARNA_DEVELOPMENT ?? join(root, 'target/debug/arna-development')
const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path))

/** A station file that is open, with what its journal file holds still. */
function copy(from, to) {
  cpSync(from, to)
  if (existsSync(`${from}-wal`)) cpSync(`${from}-wal`, `${to}-wal`)
}

/** A made sample, copied for each test so that none has to calculate it again. */
let made

/**
 * Opens the page. `station` is a station file to open instead of the sample; `size`, `theme` and `language` are what the window would
 * remember. `close` ends what was started and forgets the files.
 */
export async function openPage({ station, size = { width: 1440, height: 900 }, theme = 'light', language = 'en', newcomer = false, now = '2024-07-02T10:00:00Z' } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'arna-desk-'))
  if (!station && made) copy(made, join(data, 'sample.arna'))
  const env = { ...process.env, ARNA_PAGE: join(root, 'ui/dist'), ARNA_DATA: data, ARNA_TOKEN: 'test', ARNA_NOW: now, USER: 'asel' }
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
    /** What the next file dialog answers; nothing chosen where no path is given. */
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
