// Writing files for channels, from any screen.

import { answer, commands, type HeadsAsked } from './core'
import { desk } from './desk.svelte'
import { words } from './words.svelte'

/** Asks where, and writes a channel's schedule there. */
export async function exportSchedule(form: 'xmltv' | 'csv', channel: string, from: string, days: number, titles: string) {
  const head = (name: string) => words.say(`head-${name}`)
  const heads: HeadsAsked = {
    date: head('date'), start: head('start'), duration: head('duration'), end: head('end'), utc_offset: head('utc-offset'),
    title: head('title'), episode: head('episode'), language: head('language'), version: head('version'),
    origin: head('origin'),
  }
  await desk.act(async () => {
    const written = await answer(commands.exportSchedule(channel, from, days, titles, form === 'csv' ? heads : null))
    if (!written) return
    desk.dialog = null
    desk.add({ text: words.say('note-written', { airings: written.airings }), hint: written.path, bad: false })
  })
}

/** Asks where, and writes the whole station there. */
export async function exportStation() {
  await desk.act(async () => {
    const written = await answer(commands.exportStation())
    if (written) desk.note('note-written-station', written.path)
  })
}
