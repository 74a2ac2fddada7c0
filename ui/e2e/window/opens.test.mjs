// The real window opens on the sample, shows its week, and keeps what it holds over a restart.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { openWindow, until } from './window.mjs'

let window
after(async () => {
  await window?.close()
  window?.forget()
})

test('the first start shows the sample’s week, and so does the next', async () => {
  window = await openWindow()
  for (let start = 0; start < 2; start += 1) {
    await window.shows('.station .name', /Kazakhstan–China/)
    await window.shows('h1', /1–7 July 2024/)
    await until(async () => (await window.count('.column .block')) > 100, 'the week is painted')
    assert.equal(await window.run('return document.documentElement.lang'), 'en')
    if (start === 0) {
      const { data } = window
      await window.close()
      window = await openWindow(data)
    }
  }
})
