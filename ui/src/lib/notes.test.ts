import { expect, it } from 'vitest'

import type { ChangeNote } from './core'
import { noteLines, noteText } from './notes'
import { LANGUAGES, type Tag, words } from './words.svelte'

const NOTE: ChangeNote = {
  channel: 'khabar.kz', name: 'Хабар', since: 1, until: null, from: '2024-07-01', last: '2024-07-07', count: 2,
  days: [
    { date: { date: '2024-07-02', day: 2, month: 7, weekday: 1 }, breaks: false, rows: [{ change: 'moved', values: { 'was-at': '21:00', at: '21:05', what: 'The Lake (kk)' } }] },
    { date: { date: '2024-07-04', day: 4, month: 7, weekday: 3 }, breaks: true, rows: [] },
  ],
}

it('tells a day a paragraph, a change a line', () => {
  words.tag = 'en'
  expect(noteText(NOTE, words.say).split('\n')).toEqual([
    'Хабар, 1\u00a0July\u00a02024 to 7\u00a0July\u00a02024: changes since revision 1', '',
    'Tue 2 July 2024', '  moved 21:00 → 21:05: The Lake (kk)', '',
    'Thu 4 July 2024', '  only promos and fillers change',
  ])
})

it('names the languages of another version, as each language does', () => {
  const rows = [{ change: 'version', values: { at: '21:00', what: 'The Lake (ru)', 'was-language': 'kk', language: 'ru' } }]
  const lineIn = (tag: Tag) => {
    words.tag = tag
    return noteLines({ date: { date: '2024-07-02', day: 2, month: 7, weekday: 1 }, breaks: false, rows }, words.say)[0]
  }
  expect(LANGUAGES.map(lineIn)).toEqual([
    '21:00 The Lake (ru): another version, Kazakh → Russian',
    '21:00 The Lake (ru): басқа нұсқа, қазақ тілі → орыс тілі',
    '21:00 The Lake (ru): другая версия, казахская → русская',
    '21:00 The Lake (ru)：换版本，哈萨克语 → 俄语',
  ])
})

it('says that nothing changed', () => {
  words.tag = 'en'
  expect(noteText({ ...NOTE, days: [], count: 0 }, words.say)).toMatch(/\n\nNothing changes\.$/)
})
