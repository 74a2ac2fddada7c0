// The real window, driven through WebKitWebDriver on a virtual display.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
const PATIENCE_MS = 20_000
const binary = process.env.ARNA_WINDOW ?? join(import.meta.dirname, '../../../target/debug/arna-desktop')

/** Opens the window on its own display with its own data; `close` ends everything. */
export async function openWindow(data = mkdtempSync(join(tmpdir(), 'arna-e2e-'))) {
  const port = await freePort()
  const display = await openDisplay()
  const env = { ...process.env, DISPLAY: display.name, ARNA_DATA: data, XDG_DATA_HOME: data, TAURI_WEBVIEW_AUTOMATION: 'true', LANG: 'en_US.UTF-8' }
  delete env.WAYLAND_DISPLAY
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' })
  const at = `http://127.0.0.1:${port}`
  await until(async () => (await fetch(`${at}/status`)).ok, 'the driver answers')
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: [] } } }
  const session = await send(at, 'POST', '/session', { capabilities })
  const own = `/session/${session.sessionId}`
  const window = {
    data,
    /** Runs a function body in the page. */
    run: (body, ...args) => send(at, 'POST', `${own}/execute/sync`, { script: body, args }),
    find: (css) => send(at, 'POST', `${own}/element`, { using: 'css selector', value: css }),
    click: async (css) => send(at, 'POST', `${own}/element/${(await window.find(css))[ELEMENT]}/click`, {}),
    /** Presses a key by its place on the keyboard. */
    press: (code, more = {}) =>
      window.run(
        'document.body.dispatchEvent(new KeyboardEvent("keydown", Object.assign({ code: arguments[0], bubbles: true }, arguments[1])))',
        code, more,
      ),
    text: (css) => window.run('return document.querySelector(arguments[0])?.innerText ?? ""', css),
    count: (css) => window.run('return document.querySelectorAll(arguments[0]).length', css),
    /** Waits until a text holds. */
    shows: (css, wanted) => until(async () => (await window.text(css)).match(wanted), `${css} shows ${wanted}`, () => window.text(css)),
    close: async () => {
      await send(at, 'DELETE', own).catch(() => {})
      driver.kill()
      display.close()
    },
    forget: () => rmSync(data, { recursive: true, force: true }),
  }
  return window
}

async function send(at, method, path, body) {
  const response = await fetch(at + path, { method, body: body && JSON.stringify(body) })
  const { value } = await response.json()
  if (!response.ok) throw new Error(`${method} ${path}: ${value.error} ${value.message}`)
  return value
}

/** Waits until something is so. */
export async function until(so, what, found = () => '') {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    if (await Promise.resolve(so()).catch(() => false)) return
    if (Date.now() > end) throw new Error(`waited in vain until ${what}: ${await found()}`)
    await pause(100)
  }
}

async function openDisplay() {
  // Xvfb chooses a free number and tells it on a pipe.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.stdio[3].once('data', (text) => resolve(String(text).trim()))
  })
  return { name: `:${number}`, close: () => server.kill() }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
