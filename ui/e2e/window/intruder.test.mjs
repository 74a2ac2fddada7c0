// What somebody could do who had a script of their own run inside the page: reach the network, leave, run more, ask the core for what
// is not the window's. Each is tried in the real window; a listener counts whoever gets out.

import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'

import { openWindow, until } from './window.mjs'

/** How long something that left would need to arrive here. */
const ARRIVES_MS = 700

let window
let listener
/** How each of those began who got out. */
let arrived = []
let outside

before(async () => {
  listener = createServer((socket) => {
    const one = { said: '' }
    arrived.push(one)
    socket.on('error', () => {})
    socket.on('data', (said) => { one.said ||= String(said).split('\r\n')[0] })
    socket.write('HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n')
    setTimeout(() => socket.end(), 100)
  })
  await new Promise((resolve) => listener.listen(0, '127.0.0.1', resolve))
  outside = `http://127.0.0.1:${listener.address().port}`
  window = await openWindow()
  await window.shows('.station .name', /Kazakhstan–China/)
})
after(async () => {
  await window?.close()
  window?.forget()
  listener?.close()
})

/** Does something in the page that may take its time; what came of it. */
async function attempt(body, ...args) {
  await window.run(`window.came = undefined; (async (...args) => { ${body} })(...arguments).then((said) => { window.came = { said: String(said) } }, (error) => { window.came = { refused: String(error?.message ?? error) } })`, ...args)
  await until(async () => (await window.run('return window.came !== undefined')) === true, 'the attempt ends')
  return window.run('return window.came')
}
const isStillHere = async () => {
  assert.match(await window.run('return location.href'), /^tauri:\/\/localhost/)
  await window.shows('.station .name', /Kazakhstan–China/)
}

test('the listener hears whoever comes', async () => {
  await fetch(outside)
  await until(() => arrived.length === 1, 'it is heard')
  arrived = []
})

const INTO_THE_NET = {
  fetch: "await fetch(args[0] + '/fetch')",
  'a request without an answer': "await fetch(args[0] + '/blind', { mode: 'no-cors', method: 'POST', body: 'titles' })",
  XMLHttpRequest: "await new Promise((done, fail) => { const one = new XMLHttpRequest(); one.onload = done; one.onerror = () => fail(new Error('refused')); one.open('GET', args[0] + '/xhr'); one.send() })",
  beacon: "if (!navigator.sendBeacon(args[0] + '/beacon', 'titles')) throw new Error('refused'); await new Promise((done) => setTimeout(done, 300)); throw new Error('taken, and not sent')",
  WebSocket: "await new Promise((done, fail) => { const one = new WebSocket(args[0].replace('http', 'ws')); one.onopen = done; one.onerror = () => fail(new Error('refused')) })",
  EventSource: "await new Promise((done, fail) => { const one = new EventSource(args[0] + '/news'); one.onopen = done; one.onerror = () => fail(new Error('refused')) })",
  picture: "await new Promise((done, fail) => { const one = new Image(); one.onload = done; one.onerror = () => fail(new Error('refused')); one.src = args[0] + '/picture.png' })",
  ...Object.fromEntries(
    [['script', 'src'], ['iframe', 'src'], ['embed', 'src'], ['object', 'data'], ['video', 'src'], ['audio', 'src'], ['link', 'href', "one.rel = 'stylesheet'"], ['link', 'href', "one.rel = 'preload'; one.as = 'font'"], ['link', 'href', "one.rel = 'prefetch'"], ['link', 'href', "one.rel = 'manifest'"]].map(([name, field, more = '']) => [
      `an element: ${name} ${more}`,
      `const one = document.createElement('${name}'); ${more}; one.${field} = args[0] + '/${name}'; document.body.append(one); await new Promise((done) => setTimeout(done, 200)); one.remove(); throw new Error('nothing came of it')`,
    ]),
  ),
  'a face': "await new FontFace('Theirs', `url(${args[0]}/face.woff2)`).load()",
  'a style': "const one = document.createElement('style'); one.textContent = `@import url(${args[0]}/style.css); body { background: url(${args[0]}/back.png) }`; document.head.append(one); await new Promise((done) => setTimeout(done, 200)); one.remove(); throw new Error('nothing came of it')",
  'a form': "const one = document.createElement('form'); one.method = 'post'; one.action = args[0] + '/form'; document.body.append(one); one.submit(); await new Promise((done) => setTimeout(done, 200)); one.remove(); throw new Error('nothing came of it')",
}

test('nothing is sent out of the page, by whatever way', async () => {
  for (const [way, body] of Object.entries(INTO_THE_NET)) {
    const came = await attempt(body, outside)
    assert.ok(came.refused !== undefined, `${way}: ${JSON.stringify(came)}`)
  }
  await pause(ARRIVES_MS)
  assert.deepEqual(arrived, [])
  await isStillHere()
})

test('the window goes nowhere else, and opens no other', async () => {
  const ways = [
    'location.assign(args[0] + "/?titles")',
    'location.href = args[0]',
    'top.location.replace(args[0])',
    'window.open(args[0])',
    'window.open("about:blank", "_self")',
    'location.href = "data:text/html,<script>fetch(\'" + args[0] + "\')</script>"',
    'location.href = "file:///etc/passwd"',
    'location.href = "javascript:window.intruded = true"',
    'const one = document.createElement("a"); one.href = args[0]; one.ping = args[0] + "/ping"; document.body.append(one); one.click(); one.remove()',
    'const one = document.createElement("meta"); one.httpEquiv = "refresh"; one.content = "0; url=" + args[0]; document.head.append(one); setTimeout(() => one.remove(), 300)',
    'const one = document.createElement("base"); one.href = args[0]; document.head.append(one); one.remove()',
  ]
  for (const way of ways) {
    await attempt(`${way}; await new Promise((done) => setTimeout(done, 150))`, outside)
    await isStillHere()
  }
  await pause(ARRIVES_MS)
  // WebKit opens a connection to where a link points before anybody may say no: nothing is said on it.
  assert.deepEqual(arrived.filter((one) => one.said !== ''), [])
})

test('no text becomes a program', async () => {
  const ways = [
    'const one = document.createElement("script"); one.textContent = "window.intruded = true"; document.body.append(one)',
    'document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=\\"window.intruded = true\\"><svg onload=\\"window.intruded = true\\"></svg>")',
    'const one = document.createElement("iframe"); one.srcdoc = "<script>parent.intruded = true</script>"; document.body.append(one)',
    'await import("data:text/javascript,window.intruded = true").catch(() => {})',
    'new Worker(URL.createObjectURL(new Blob(["postMessage(1)"]))).onmessage = () => { window.intruded = true }',
    'setTimeout("window.intruded = true", 0)',
  ]
  for (const way of ways) {
    await attempt(`${way}; await new Promise((done) => setTimeout(done, 150))`)
    assert.equal(await window.run('return window.intruded ?? null'), null, way)
  }
  await isStillHere()
})

test('of the core only the window’s own commands are to be had', async () => {
  const call = (name, values) => attempt('return JSON.stringify(await window.__TAURI_INTERNALS__.invoke(args[0], args[1]))', name, values)
  // That the way itself is open: a command of the window's own is answered.
  assert.ok((await call('log_mappings', {})).said?.includes('arna-asrun/1'))
  for (const [name, values] of [
    ['plugin:dialog|open', { options: {} }],
    ['plugin:dialog|message', { message: 'x' }],
    ['plugin:fs|read_text_file', { path: '/etc/passwd' }],
    ['plugin:fs|write_text_file', { path: '/tmp/x', contents: 'x' }],
    ['plugin:shell|execute', { program: 'sh', args: ['-c', 'true'] }],
    ['plugin:opener|open_url', { url: outside }],
    ['plugin:http|fetch', { clientConfig: { url: outside, method: 'GET', headers: [] } }],
    ['plugin:event|emit', { event: 'calculating', payload: {} }],
    ['plugin:window|create', { options: { label: 'other', url: outside } }],
    ['plugin:webview|create_webview_window', { options: { label: 'other', url: outside } }],
    ['plugin:webview|internal_toggle_devtools', {}],
    ['plugin:window|destroy', { label: 'main' }],
    ['plugin:path|resolve_directory', { directory: 1 }],
    ['plugin:app|version', {}],
    ['plugin:process|exit', { code: 0 }],
    ['no_such_command', {}],
  ]) {
    const came = await call(name, values)
    assert.match(came.refused ?? '', /not allowed|not found/, `${name}: ${JSON.stringify(came)}`)
  }
  await isStillHere()
})

test('what all things are made of cannot be changed under them', async () => {
  const came = await attempt('Object.prototype.intruded = true; return ({}).intruded === undefined')
  assert.ok(came.said === 'true' || came.refused !== undefined, JSON.stringify(came))
  await isStillHere()
})
