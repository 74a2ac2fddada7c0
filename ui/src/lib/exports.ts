// Writing files for channels, from any screen.

import { answer, commands } from './core'
import type { ExportAsked, HeadsAsked, PageWordsAsked, PaperWordsAsked, PlaylistAsked, SpokenAsked, WorkbookForm, Written } from './core'
import { desk } from './desk.svelte'
import { LANGUAGES, type Tag, words } from './words.svelte'

/** The heads of a table, in a language. */
export function heads(tag: Tag = words.tag): HeadsAsked {
  const say = words.speaker(tag)
  const head = (name: string) => say(`head-${name}`)
  return {
    date: head('date'), start: head('start'), duration: head('duration'), end: head('end'), utc_offset: head('utc-offset'),
    title: head('title'), episode: head('episode'), language: head('language'), version: head('version'),
    origin: head('origin'),
  }
}

/** What a page for a partner says around its facts, in a language. */
export function pageWords(tag: string): PageWordsAsked {
  const say = words.speaker(LANGUAGES.find((one) => one === tag) ?? words.tag)
  const page = (name: string) => say(`page-${name}`)
  const day = (n: number) => say(`weekday-${n}`)
  return {
    until: page('until'), airings: page('airings'), channel: page('channel'), spoken: page('spoken'), date: page('date'), time: page('time'),
    duration: page('duration'), episode: page('episode'), showing: page('showing'), premiere: page('premiere'), first_run: page('first-run'),
    repeat: page('repeat'), none: page('none'), weekdays: [day(0), day(1), day(2), day(3), day(4), day(5), day(6)],
    languages: LANGUAGES.map((language) => [language, say('language-name', { language })]),
  }
}

/** What paper says around its facts, in a language. */
export function paperWords(tag: string): PaperWordsAsked {
  const say = words.speaker(LANGUAGES.find((one) => one === tag) ?? words.tag)
  const date = (month: number) => say('paper-date', { month, weekday: '{weekday}', day: '{day}' })
  return {
    page: pageWords(tag),
    dates: [date(1), date(2), date(3), date(4), date(5), date(6), date(7), date(8), date(9), date(10), date(11), date(12)],
    title: say('paper-title'), house_number: say('paper-house-number'),
    premiere_short: say('paper-premiere-short'), first_run_short: say('paper-first-run-short'),
    revision: say('paper-revision', { number: '{number}', at: '{at}' }), draft: say('paper-draft'),
    breaks: say('paper-breaks'), more: say('paper-more', { count: '{count}' }),
  }
}

/** What stands around the facts of files, in every language that Arna speaks: receivers read another one than the window's. */
export function spoken(): SpokenAsked[] {
  return LANGUAGES.map((tag) => ({ tag, heads: heads(tag), page: pageWords(tag), paper: paperWords(tag) }))
}

/** Asks where, and writes a channel's schedule there. */
export function exportSchedule(asked: ExportAsked) {
  return write(() => commands.exportSchedule(asked), 'note-written')
}

/** Asks for a folder, and writes a channel's playlists there. */
export function exportPlaylists(form: PlaylistAsked, channel: string, from: string, days: number, titles: string, files: string) {
  return write(() => commands.exportPlaylists(channel, from, days, titles, form, files), 'note-written-lists')
}

/** Asks where, and writes the whole station there. */
export function exportStation() {
  return write(() => commands.exportStation(), 'note-written-station')
}

/** Asks where, and writes channels, catalogue, licences and grid there, to be changed in a spreadsheet. */
export function exportWorkbook(form: WorkbookForm, tag: Tag) {
  const say = words.speaker(tag)
  return write(async () => {
    const fields = await answer(commands.workbookFields())
    return commands.exportWorkbook(form, {
      language: tag,
      notes: ['use', 'new', 'cells'].map((note) => say(`workbook-note-${note}`)),
      columns: fields.map((field) => say('workbook-about', { field })),
    })
  }, 'note-written-workbook')
}

async function write(does: () => ReturnType<typeof commands.exportStation>, note: string) {
  await desk.write(async () => {
    const written: Written | null = await answer(does())
    if (!written) return
    desk.dialog = null
    desk.took('export')
    const findings = written.findings.slice(0, 3).map((one) => words.say(`finding-${one.code}`, one.values))
    if (written.dropped > 0) findings.push(words.say('export-dropped', { count: written.dropped }))
    desk.add({ text: [words.say(note, { airings: written.airings }), ...findings].join(' '), hint: written.path, bad: false })
  })
}
