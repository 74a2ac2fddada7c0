// The first minute in the real window: see the problems, calculate, accept, undo, another language, another day.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { openWindow, until } from './window.mjs'

let window

before(async () => {
  window = await openWindow()
  await window.shows('.station .name', /Kazakhstan–China/)
})
after(async () => {
  await window?.close()
  window?.forget()
})

test('the first start shows the sample’s week with its problems', async () => {
  await window.shows('h1', /1–7 July 2024/)
  await until(async () => (await window.count('.column .block')) > 100, 'the week is painted')
  await window.shows('footer', /2 problems/)
  assert.match(await window.text('aside'), /run 4/i)
  assert.match(await window.text('aside'), /quotes\/2\/4/)
  assert.match(await window.text('aside'), /night-sky/)
})

test('F8 goes to each problem and says why', async () => {
  await window.press('F8')
  await window.shows('aside h2', /The Golden Man/)
  await window.shows('.checks', /4 of 3/)
  await window.press('F8')
  await window.shows('aside h2', /Open slot/)
  await window.shows('.candidates', /quotes\/2\/4\.ru/)
  await window.shows('.fixes', /Kazakh version of quotes\/2\/4 is made/)
  await window.press('F8', { shiftKey: true })
  await window.shows('aside h2', /The Golden Man/)
})

const days = (count) => `const days = document.querySelector(".ask input[name=days]"); days.value = ${count}; days.dispatchEvent(new Event("input", { bubbles: true }))`

test('a calculation is a proposal, accepting it is one step, undo takes it back', async () => {
  await window.press('KeyC')
  await window.shows('.ask', /What may change/)
  await window.run(days(7))
  await window.click('.ask button[type=submit]')
  await window.shows('.calculate main h2', /The proposal/)
  await window.shows('.calculate .counts', /as it is/)
  await window.shows('.calculate .proven', /Within \d+\.\d\d % of the best possible in the pools/)
  assert.match(await window.text('footer'), /Accept the plan of 1\sJuly\s2024 to 14\sJuly\s2024/)
  await window.click('.calculate .buttons .button.main')
  await window.shows('footer', /Accept the plan of 1\sJuly\s2024 to 7\sJuly\s2024/)
  await until(async () => (await window.count('.column')) === 7, 'what was accepted is shown in the schedule')
  await window.press('KeyZ', { ctrlKey: true })
  await window.shows('footer', /Accept the plan of 1\sJuly\s2024 to 14\sJuly\s2024/)
  await window.press('KeyZ', { ctrlKey: true, shiftKey: true })
  await window.shows('footer', /Accept the plan of 1\sJuly\s2024 to 7\sJuly\s2024/)
  await window.press('KeyZ', { ctrlKey: true })
  await window.shows('footer', /Accept the plan of 1\sJuly\s2024 to 14\sJuly\s2024/)
})

test('what is accepted can be kept, and every change says why', async () => {
  // The whole of what is accepted: a part of it has to do with the airings beside it as well.
  await window.press('KeyC')
  await window.shows('.ask', /What may change/)
  await window.run(days(14))
  await window.click('.ask input[value=accepted]')
  await window.click('.ask button[type=submit]')
  await window.shows('.calculate main', /Nothing would change/)
  await window.click('.calculate .button.quiet')
  await until(async () => (await window.count('.matrix')) === 0, 'the proposal is gone')
  await window.press('KeyZ', { ctrlKey: true })
  await until(async () => (await window.count('.ask input[value=accepted]:disabled')) === 1, 'nothing is accepted')
  await window.click('.ask button[type=submit]')
  await until(async () => (await window.count('.lane.then .block.added')) > 10, 'the proposal is beside the schedule')
  assert.match(await window.run('return document.querySelector(".lane.then .block.added").title'), /Nothing stood here/)
  await window.click('.calculate .button.quiet')
  await until(async () => (await window.count('.matrix')) === 0, 'the proposal is gone')
  await window.press('KeyZ', { ctrlKey: true, shiftKey: true })
  await window.shows('footer', /Accept the plan of 1\sJuly\s2024 to 14\sJuly\s2024/)
  await window.press('KeyG')
  await window.press('KeyS')
  await until(async () => (await window.count('.column')) === 7, 'the week is back')
})

test('a day shows every channel, a list every second', async () => {
  await window.press('KeyD')
  await until(async () => (await window.count('.lanes section')) === 4, 'four lanes are there')
  assert.match(await window.text('.lanes'), /UTC\+08:00/)
  await window.press('KeyL')
  await until(async () => (await window.count('table tbody tr')) > 60, 'the rundown is there')
  assert.match(await window.text('tbody'), /\d\d:\d\d:\d\d/)
  await window.press('KeyW')
  await until(async () => (await window.count('.column')) === 7, 'the week is back')
})

test('every language is a moment away', async () => {
  for (const [language, wanted] of [['kk', /2024 ж\. 1–7 шілде/], ['ru', /1–7 июля 2024/], ['zh', /2024年7月1–7日/], ['en', /1–7 July 2024/]]) {
    await window.click('nav .tag')
    await window.shows('h1', wanted)
    assert.equal(await window.run('return document.documentElement.lang'), language)
  }
})

test('the palette finds what can be done', async () => {
  await window.press('KeyK', { ctrlKey: true })
  await until(async () => (await window.count('[role=option]')) > 5, 'the palette is open')
  await window.run('const field = document.querySelector("dialog input"); field.value = "dark"; field.dispatchEvent(new Event("input", { bubbles: true }))')
  await window.shows('[role=listbox]', /Dark theme/)
  await window.click('[role=option]')
  await until(async () => (await window.run('return document.documentElement.dataset.theme')) === 'dark', 'the theme is dark')
})

test('what was undone can be done again after a restart', async () => {
  const { data } = window
  await window.close()
  window = await openWindow(data)
  await window.shows('footer', /Accept the plan of 1\sJuly\s2024 to 14\sJuly\s2024/)
  await window.press('KeyZ', { ctrlKey: true, shiftKey: true })
  await window.shows('footer', /Accept the plan of 1\sJuly\s2024 to 7\sJuly\s2024/)
})
