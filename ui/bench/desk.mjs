// How fast the desk answers: the page in Chromium, with the real core behind it, on a large station. Prints a table.
//
//   node ui/bench/desk.mjs STATION.arna     `make bench-desk` makes the station: 40 channels × 28 days
//
// A figure is the median of its runs, with the worst beside it. Times are taken in the page: from the key to the frame after what it asked for is drawn.

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

import { openPage } from '../e2e/desk/page.mjs'

const RUNS = 9
const STARTS = 5
const SCREEN_CHANGES = 1000
const folder = mkdtempSync(join(tmpdir(), 'arna-bench-'))
const station = join(folder, 'net.arna')
copyFileSync(process.argv[2], station)

const rows = []
const row = (what, wanted, values, unit = 'ms') => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  rows.push([what, wanted, `${at(0.5).toFixed(1)} ${unit}`, `${sorted.at(-1).toFixed(1)} ${unit}`])
}

/** Starts everything and waits for the week; the window stays open where it is the last start. */
const started = async (asked) => {
  const began = performance.now()
  const desk = await openPage(asked)
  await desk.page.locator('.column .block').first().waitFor()
  return [performance.now() - began, desk]
}
const starts = async (what, wanted, asked) => {
  const all = []
  for (let n = 1; ; n += 1) {
    const [took, desk] = await started(asked())
    all.push(took)
    if (n === STARTS) {
      row(what, wanted, all)
      return desk
    }
    await desk.close()
  }
}
// The sample is made and calculated by the first start; a copy of it would be opened by a second in the same process.
const [first, sample] = await started({})
row('first start: the sample made, its week drawn, browser included', '≤ 2 s', [first])
await sample.close()
const desk = await starts('start to the week, browser included', '≤ 1.5 s', () => ({ station }))
const { page } = desk

/** Presses keys, and takes the time to the frame after `drawn` matches something in the page. */
const timed = (keys, drawn) =>
  page.evaluate(
    async ([keys, drawn]) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      await frame()
      const marks = () => [...document.querySelectorAll(drawn)]
      for (const one of marks()) one.dataset.stale = ''
      const start = performance.now()
      for (const key of keys) (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...key }))
      while (!document.querySelector(`${drawn}:not([data-stale])`) && performance.now() - start < 5000) await new Promise((resolve) => setTimeout(resolve))
      await frame()
      return performance.now() - start
    },
    [keys, drawn],
  )
const times = async (keys, drawn, back) => {
  const all = []
  for (let n = 0; n < RUNS; n += 1) {
    all.push(await timed(keys, drawn))
    if (back) await timed(...back)
  }
  return all
}

const week = [[{ code: 'KeyW' }], '.column .block']
await timed([{ code: 'KeyL' }], 'tbody tr')
row('week of a channel drawn', '≤ 300 ms', await times(...week, [[{ code: 'KeyL' }], 'tbody tr']))
const lanes = [[{ code: 'KeyD' }], '.lanes .block']
row('day of all channels drawn', '≤ 300 ms', await times(...lanes, week))
await timed(...lanes)
row('day of all channels, a day on', '≤ 300 ms', await times([{ code: 'BracketRight' }], '.lanes .block'))

/** Scrolls a frame at a time and takes the time between frames. */
const scrolled = (css, axis) =>
  page.evaluate(
    async ([css, axis]) => {
      const pane = document.querySelector(css)
      const gaps = []
      let last = await new Promise(requestAnimationFrame)
      for (let n = 0; n < 180; n += 1) {
        pane.scrollBy(axis === 'x' ? { left: 60 } : { top: n < 90 ? 40 : -40 })
        const now = await new Promise(requestAnimationFrame)
        gaps.push(now - last)
        last = now
      }
      return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length * 0.95)]
    },
    [css, axis],
  )
const pane = '[data-screen=schedule] .pane'
row('scrolling the day sideways, 95th percentile of a frame', '≤ 33 ms', [await scrolled(pane, 'x'), await scrolled(pane, 'x'), await scrolled(pane, 'x')])
row('scrolling the day down, 95th percentile of a frame', '≤ 33 ms', [await scrolled(pane, 'y'), await scrolled(pane, 'y'), await scrolled(pane, 'y')])

/** Whether an airing can be moved ten minutes on. */
function hasRoom(one, n, all) {
  return one.kind === 'programme' && one.start > 12 * 60 && (all[n + 1]?.start ?? 0) - one.end >= 10
}
// An edit moves the chosen airing a minute on, undo takes it back.
await timed(...week)
const shown = await page.locator('.column').first().evaluate((column) => ({ channel: column.dataset.channel, from: column.dataset.date }))
const { channel, date, blocks } = (await desk.ask('week', { ...shown, language: 'en' }))
  .map((day) => ({ channel: day.channel, date: day.date.date, blocks: day.blocks.filter((one) => one.kind !== 'break') }))
  .find((day) => day.blocks.some(hasRoom))
const roomy = blocks.find(hasRoom)
const column = page.locator(`.column[data-channel="${channel}"][data-date="${date}"]`)
await column.evaluate((column, start) => column.closest('.pane').scrollTo({ top: (start * column.offsetHeight) / 1440 - 200 }), roomy.start)
await column.locator(`.block[data-key$="${roomy.starts}"]`).click()
const edit = [[{ code: 'ArrowDown', altKey: true }], '.column .block.chosen']
const back = [[{ code: 'KeyZ', ctrlKey: true }], '.column .block.chosen']
const [edits, undos, inRow] = [[], [], []]
for (let n = 0; n < RUNS; n += 1) {
  await desk.settled()
  edits.push(await timed(...edit))
  await desk.settled()
  undos.push(await timed(...back))
}
for (let n = 0; n < RUNS; n += 1) {
  inRow.push(await timed(...edit))
  await timed(...back)
}
row('an edit drawn: an airing a minute later, breaks with it', '≤ 50 ms', edits)
row('its undo drawn', '≤ 50 ms', undos)
row('edits drawn, an undo at once after each', '≤ 50 ms', inRow)

const letters = async (text) => {
  const field = page.getByRole('combobox')
  await page.keyboard.press('Control+k')
  await field.waitFor()
  const took = await page.evaluate(async (text) => {
    const field = document.querySelector('[role=combobox]')
    const list = document.querySelector('[role=listbox]')
    const start = performance.now()
    const drawn = new Promise((resolve) => new MutationObserver(resolve).observe(list, { childList: true, subtree: true, characterData: true }))
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await Promise.race([drawn, new Promise((resolve) => setTimeout(resolve, 2000))])
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - start
  }, text)
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
  return took
}
const answers = []
for (const text of ['bond', 'жібек', 'golden man', 'quotes 3', 'шелк', '丝路', 'zzz', 'a', 'star']) answers.push(await letters(text))
row('palette answers', '≤ 50 ms', answers)

// The view's memory after many changes of screen, garbage collected.
const session = await page.context().newCDPSession(page)
await session.send('Performance.enable')
const held = async () => {
  // What was asked of the core on the way is answered first: what waits for it is no garbage yet.
  await desk.settled()
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name) => metrics.find((one) => one.name === name).value
  return { heap: of('JSHeapUsedSize') / 1024 / 1024, nodes: of('Nodes') }
}
const screens = await page.locator('nav button[title*="(G "]').count()
const wander = async (times) => {
  for (let n = 0; n < times; n += 1) await page.evaluate(async (n) => {
    document.querySelectorAll('nav button[title*="(G "]')[n].click()
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  }, n % screens)
}
await wander(100)
const early = await held()
await wander(SCREEN_CHANGES)
const late = await held()
rows.push([`memory of the view after ${SCREEN_CHANGES} changes of screen`, 'flat', `${early.heap.toFixed(1)} → ${late.heap.toFixed(1)} MiB`, `${early.nodes} → ${late.nodes} nodes`])

await desk.close()
rmSync(folder, { recursive: true, force: true })
const heads = ['what', 'wanted', 'median', 'worst']
const widths = heads.map((head, n) => Math.max(head.length, ...rows.map((one) => one[n].length)))
const line = (cells) => `| ${cells.map((cell, n) => cell.padEnd(widths[n])).join(' | ')} |`
console.log([line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n'))
