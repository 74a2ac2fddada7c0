// What is open in the window, and what every screen shares: the station, undo, notes, theme. Every decision is the core's.

import { untrack } from 'svelte'

import { answer, commands, events, Refused } from './core'
import type { Failure, Start, StepView, Station, Steps } from './core'
import { monday } from './dates'
import { stepName } from './steps'
import { isTyping } from './typing'
import { profile } from './profile.svelte'
import { LANGUAGES, type Tag, words } from './words.svelte'

export type Screen = 'schedule' | 'catalogue' | 'grid' | 'calculate' | 'changes' | 'publishing' | 'asrun' | 'reports' | 'settings'
/** A dialog that any screen may open. */
export type Dialog = 'export' | 'palette' | 'help' | 'guide' | 'what-if' | 'rollout' | 'from-file' | 'licence' | 'remove' | 'new-programme' | 'from-sheet' | 'workbook' | 'go-to' | 'keeping' | 'shared' | null
export type Theme = 'light' | 'dark'
/** A step of the first minute. */
export type Step = 'see' | 'fix' | 'export'
/** What can be chosen: a theme, or the computer's own. */
export const THEMES = ['system', 'light', 'dark'] as const
export type ThemeChosen = (typeof THEMES)[number]

/** A short word about something done or refused. */
export interface Note {
  id: number
  text: string
  hint?: string
  bad: boolean
  /** What to hand to whoever can help, word for word. */
  detail?: string
  /** What can be done about it. */
  remedy?: { word: string; act: () => unknown }
}

const NOTE_MS = 6000
/** How often the station's file is looked at. */
const WATCH_MS = 2000
const SCREEN = 'arna.screen'
const THEME = 'arna.theme'
const DARK = window.matchMedia('(prefers-color-scheme: dark)')

class Desk {
  station = $state<Station>()
  recent = $state<string[]>([])
  steps = $state<Steps>({ undo: null, redo: null })
  screen = $state<Screen>('schedule')
  /** The channel that screens of one channel show. */
  channel = $state('')
  /** The broadcast date that screens of a day or a week show. */
  date = $state('2024-07-01')
  dialog = $state<Dialog>(null)
  notes = $state<Note[]>([])
  theme = $state<Theme>('light')
  themeChosen = $state<ThemeChosen>('system')
  ready = $state(false)
  /** Whether the station is open to read only. */
  readOnly = $state(false)
  /** What became of the station's file, where that keeps it from being written. */
  lost = $state<'replaced' | 'gone'>()
  /** How many stations were opened: another one, or the same anew. */
  openings = 0
  /** How many things are being asked for or done. */
  busy = $state(0)
  /** How many of them change something: what was done is kept once this is over. */
  private saving = $state(0)
  /** How many write a file that a person chooses first: while one chooses, nothing is written. */
  private writing = $state(0)
  /** How many dialogs of the system are open: what waits for them does nothing yet. */
  private choosing = $state(0)
  /** Whether the card with the first three steps is still of use. */
  newcomer = $state(localStorage.getItem('arna.newcomer') !== 'no')
  /** Which of its steps are done. */
  first = $state<Record<Step, boolean>>({ see: false, fix: false, export: false })

  /** What can be done where a file is refused, by the refusal. */
  readonly remedies: Record<string, (path: string) => Note['remedy']> = {
    station_locked: (path) => ({ word: 'station-read', act: () => this.read(path) }),
    station_names: (path) => ({ word: 'station-read', act: () => this.read(path) }),
  }

  private lastNote = 0
  private followers: (() => Promise<unknown>)[] = []
  private queue: Promise<unknown> = Promise.resolve()

  /** The channel shown. */
  get channelView() {
    return this.station?.channels.find((one) => one.id === this.channel)
  }

  /** What the station is doing: writing, being read, or nothing. */
  get doing(): 'saving' | 'loading' | undefined {
    if (this.saving > 0 || (this.writing > 0 && this.choosing === 0)) return 'saving'
    return this.busy > this.choosing ? 'loading' : undefined
  }

  /** A channel's name; its id where there is no such channel. */
  nameOf(channel: string | null): string {
    return this.station?.channels.find((one) => one.id === channel)?.name ?? channel ?? ''
  }

  /** Asks to be called whenever the station may have changed, so that what is shown is asked for again. */
  follow(refresh: () => Promise<unknown>) {
    this.followers.push(refresh)
  }

  async begin() {
    const tag = localStorage.getItem('arna.language') ?? navigator.language.slice(0, 2)
    words.choose(LANGUAGES.find((one) => one === tag) ?? 'en')
    const theme = localStorage.getItem(THEME)
    this.choose(THEMES.find((one) => one === theme) ?? 'system')
    DARK.addEventListener('change', () => this.choose(this.themeChosen))
    profile.begin()
    void events.choosing.listen(({ payload }) => (this.choosing = Math.max(0, this.choosing + (payload.open ? 1 : -1))))
    this.screen = (localStorage.getItem(SCREEN) as Screen | null) ?? this.screen
    await this.act(async () => {
      const start = await answer(commands.start(words.tag))
      await this.opened(start)
    })
    this.ready = true
    setInterval(() => void this.watch(), WATCH_MS)
  }

  show(screen: Screen) {
    this.screen = screen
    localStorage.setItem(SCREEN, screen)
  }

  choose(theme: ThemeChosen) {
    this.themeChosen = theme
    this.theme = theme === 'system' ? (DARK.matches ? 'dark' : 'light') : theme
    localStorage.setItem(THEME, theme)
    document.documentElement.dataset.theme = this.theme
  }

  async speak(tag: Tag) {
    words.choose(tag)
    localStorage.setItem('arna.language', tag)
    await this.act(() => this.reload())
  }

  async open(path: string) {
    await this.act(async () => {
      const start = await answer(commands.openStation(path, words.tag))
      await this.opened(start)
    })
  }

  async pick(which: 'open' | 'new' | 'sample') {
    const ask = { open: commands.pickStation, new: commands.newStation, sample: commands.newSample }[which]
    await this.act(async () => {
      const start = await answer(ask(words.tag))
      if (start) await this.opened(start)
    })
  }

  async opened(start: Start) {
    this.openings += 1
    this.take(start)
    this.lost = undefined
    const { station } = start
    const place = profile.placeIn(station.path)
    const busiest = station.channels.find((one) => one.id === (place?.channel ?? this.channel)) ?? station.channels[1] ?? station.channels[0]
    this.channel = busiest?.id ?? ''
    this.date = place?.date ?? monday(station.first_date && station.airings > 0 ? station.first_date : start.today)
    await this.refresh()
  }

  /** Notes where one is, to come back there after the next start. */
  keepPlace() {
    if (this.station) profile.remember({ path: this.station.path, channel: this.channel, date: this.date })
  }

  /** Asks for the station's head and for everything shown: after whatever may have changed it. */
  async reload() {
    await this.shown(await answer(commands.start(words.tag)))
  }

  /** Shows the station as it is now. */
  private async shown(start: Start) {
    this.take(start)
    if (!this.channelView) this.channel = start.station.channels[0]?.id ?? ''
    await this.refresh()
  }

  private take({ station, recent, read_only, steps }: Start) {
    this.station = station
    this.recent = recent
    this.readOnly = read_only
    this.steps = steps
  }

  /** Asks the core for everything shown. */
  private async refresh() {
    this.keepPlace()
    await Promise.all(this.followers.map((refresh) => refresh()))
  }

  /** Does an edit, tells what it did, and shows the station as it is then. Whether it was done. */
  edit(does: () => Promise<StepView>): Promise<boolean> {
    return this.inTurn(async () => {
      const step = await does()
      this.add({ text: words.say('note-accepted'), hint: stepName(step, words.say), bad: false })
      await this.reload()
    })
  }

  async undo() {
    await this.inTurn(async () => {
      const { step, start } = await answer(commands.undo(words.tag))
      if (step) this.note('note-undone', stepName(step, words.say))
      await this.shown(start)
    })
  }

  async redo() {
    await this.inTurn(async () => {
      const { step, start } = await answer(commands.redo(words.tag))
      if (step) this.note('note-redone', stepName(step, words.say))
      await this.shown(start)
    })
  }

  /** Ticks a step of the first minute off. */
  took(step: Step) {
    this.first[step] = true
  }

  dismissCard() {
    this.newcomer = false
    localStorage.setItem('arna.newcomer', 'no')
  }

  note(id: string, hint?: string) {
    this.add({ text: words.say(id), hint, bad: false })
  }

  add(note: Omit<Note, 'id'>) {
    const id = ++this.lastNote
    // What went well is told once: what was done before is in the way by now.
    this.notes = [...this.notes.filter((one) => one.bad || one.remedy), { id, ...note }]
    setTimeout(() => this.dismiss(id), note.bad ? 3 * NOTE_MS : NOTE_MS)
  }

  dismiss(id: number) {
    this.notes = this.notes.filter((note) => note.id !== id)
  }

  /** Does something; what the core refuses is told. Whether it was done. */
  async act(does: () => Promise<unknown>): Promise<boolean> {
    // Whoever acts in an effect must not come to depend on what counts actions.
    untrack(() => (this.busy += 1))
    try {
      await does()
      return true
    } catch (error) {
      this.tell(error)
      // Where others were quicker, what they did came in although this was refused.
      if (error instanceof Refused && error.failure.code.startsWith('shared_')) void this.act(() => this.reload())
      return false
    } finally {
      this.busy -= 1
    }
  }

  /** As `act`, for what changes the station. */
  save(does: () => Promise<unknown>): Promise<boolean> {
    return this.counted('saving', does)
  }

  /** As `save`, for what asks a person for a file first. */
  write(does: () => Promise<unknown>): Promise<boolean> {
    return this.counted('writing', does)
  }

  private async counted(as: 'saving' | 'writing', does: () => Promise<unknown>): Promise<boolean> {
    untrack(() => (this[as] += 1))
    try {
      return await this.act(does)
    } finally {
      this[as] -= 1
    }
  }

  /** Does something once what was begun before is done and shown: edits, undo and redo follow each other. */
  inTurn(does: () => Promise<unknown>): Promise<boolean> {
    const done = this.queue.then(() => this.save(does))
    this.queue = done
    return done
  }

  /** Looks whether another program changed, replaced or removed the station's file, and what others did to a shared one. */
  async watch() {
    // What is half typed stays under the hands: news wait until it is sent or left.
    if (!this.station || this.busy > 0 || document.hidden || isTyping()) return
    const looked = await commands.onDisk()
    if (looked.status === 'error') return
    if (looked.data === 'changed') await this.act(() => this.reload())
    this.lost = looked.data === 'replaced' || looked.data === 'gone' ? looked.data : undefined
  }

  /** Opens the file once more, as it lies on the disk now. */
  async reopen() {
    await this.act(async () => this.opened(await answer(commands.reopenStation(words.tag))))
  }

  /** Opens a station that another window writes, to read only. */
  async read(path: string) {
    await this.act(async () => this.opened(await answer(commands.openToRead(path, words.tag))))
  }

  async saveCopy() {
    await this.write(async () => {
      const path = await answer(commands.saveCopy())
      if (path) this.note('note-copy-saved', path)
    })
  }

  tell(error: unknown) {
    if (!(error instanceof Refused)) throw error
    const { failure } = error
    const path = failure.file
    const remedy = (path && this.remedies[failure.code]?.(path)) || this.remedyOfShared(failure.code)
    this.add({ text: failureText(failure), hint: failureHint(failure), bad: true, detail: JSON.stringify(failure, null, 1), remedy })
  }

  /** Where it is seen to that a shared station refuses. */
  private remedyOfShared(code: string) {
    if (!code.startsWith('shared_') || this.dialog === 'shared') return undefined
    return { word: code === 'shared_conflict' ? 'shared-decide' : 'shared', act: () => (this.dialog = 'shared') }
  }
}

export function failureText(failure: Failure): string {
  const details = failure.details.slice(0, 3).map((one) => `${one.path}: ${words.say(`invalid-${one.code}`, one.values)}`)
  return [words.say(`failure-${failure.code}`, failure.values), ...details].join(' ')
}

export function failureHint(failure: Failure): string | undefined {
  // Some remedies are others in the window than on the command line.
  const hint = words.known(`failure-${failure.code}-here`, failure.values) ?? words.known(`failure-${failure.code}-hint`, failure.values)
  return [failure.file, hint].filter(Boolean).join(' — ') || undefined
}

export const desk = new Desk()
