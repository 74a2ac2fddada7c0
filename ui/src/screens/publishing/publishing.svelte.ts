// What of channels is accepted in some dates, whom it is for, what they were told last, and publishing it. The core decides; this asks.

import { answer, commands } from '../../lib/core'
import type { Delivery, Failure, FileBegun, FormAhead, HandedOut, Publishing, PublishingChannel, Receiver, ReceiverAsked, ReceiverEdit, Revision, Since } from '../../lib/core'
import { monday } from '../../lib/dates'
import { desk } from '../../lib/desk.svelte'
import { spoken } from '../../lib/exports'
import { words } from '../../lib/words.svelte'

export const TABS = ['files', 'changes', 'revisions', 'receivers'] as const
export type Tab = (typeof TABS)[number]
/** What publishing a channel came to. */
export type Result = { done: HandedOut } | { failure: Failure }

/** What a form is called where there is little room. */
export const formName = (form: string): string => (form === 'page' ? 'HTML' : form === 'ffplayout' ? form : form.toUpperCase())

class PublishingState {
  /** The first date; none chosen: the week that other screens show. */
  private first = $state<string>()
  days = $state(7)
  view = $state.raw<Publishing>()
  /** How each channel stands to what it was told last, as far as it is known. */
  since = $state.raw<Record<string, Since>>({})
  /** The files that each channel's receivers would get, as far as they are known; or why not. */
  ahead = $state.raw<Record<string, FormAhead[] | Failure>>({})
  results = $state.raw<Record<string, Result>>({})
  tab = $state<Tab>('files')
  /** How far publishing is, of how many channels. */
  running = $state<{ at: number; of: number }>()
  /** The file whose beginning is shown. */
  file = $state.raw<{ receiver: string; form: string; date: string | null }>()
  /** The receiver under the hands; an empty id: a new one. */
  receiver = $state<ReceiverAsked>()
  /** Whether that is new. */
  isNew = $state(false)
  private asked = 0
  private stopped = false

  constructor() {
    desk.follow(async () => {
      if (desk.screen === 'publishing') await this.look()
    })
  }

  get from(): string {
    return this.first ?? monday(desk.date)
  }

  get chosen(): PublishingChannel | undefined {
    return this.view?.channels.find((one) => one.channel === desk.channel) ?? this.view?.channels[0]
  }

  /** Channels that publishing all would publish. */
  get due(): PublishingChannel[] {
    return (this.view?.channels ?? []).filter((one) => one.is_due)
  }

  /** Channels of which something is to be told that was not. */
  get untold(): PublishingChannel[] {
    return this.due.filter((one) => ['new', 'differs'].includes(this.since[one.channel]?.standing ?? ''))
  }

  /** Channels looked at so far, of those that have something to publish. */
  get looked(): number {
    return this.due.filter((one) => this.since[one.channel]).length
  }

  async look() {
    const own = ++this.asked
    const found = await answer(commands.publishing(this.from, this.days, words.tag))
    if (own !== this.asked) return
    this.view = found
    void this.lookOn(own)
  }

  /** Looks at one channel after the other, the one that is shown first; a later look ends this one. */
  private async lookOn(own: number) {
    const channels = [...(this.view?.channels ?? [])].sort((a, b) => Number(b.channel === desk.channel) - Number(a.channel === desk.channel))
    const [from, days] = [this.from, this.days]
    for (const { channel } of channels) {
      const found = await commands.standing(channel, from, days, words.tag)
      if (own !== this.asked) return
      if (found.status === 'ok') this.since = { ...this.since, [channel]: found.data }
    }
    for (const { channel, is_due, receivers } of channels) {
      if (!is_due || receivers.length === 0) {
        const { [channel]: _gone, ...rest } = this.ahead
        this.ahead = rest
        continue
      }
      const found = await commands.filesAhead({ channel, from, days, spoken: spoken() })
      if (own !== this.asked) return
      this.ahead = { ...this.ahead, [channel]: found.status === 'ok' ? found.data : found.error }
    }
  }

  /** Warnings of a channel's files, and what cannot be written at all. */
  counted(channel: string): { warnings: number; failures: number } {
    const found = this.ahead[channel]
    if (!found) return { warnings: 0, failures: 0 }
    if (!Array.isArray(found)) return { warnings: 0, failures: 1 }
    const dropped = found.filter((one) => one.files.some((file) => file.dropped > 0)).length
    return { warnings: found.reduce((sum, one) => sum + one.findings.length, dropped), failures: found.filter((one) => one.failure).length }
  }

  async choose(channel: string) {
    desk.channel = channel
    desk.keepPlace()
    this.file = undefined
    this.receiver = undefined
  }

  step(by: number) {
    const ids = (this.view?.channels ?? []).map((one) => one.channel)
    const next = ids[Math.min(ids.length - 1, Math.max(0, ids.indexOf(this.chosen?.channel ?? '') + by))]
    if (next === undefined) return
    void this.choose(next)
    requestAnimationFrame(() => document.querySelector(`[data-channel="${CSS.escape(next)}"]`)?.scrollIntoView({ block: 'nearest' }))
  }

  turn(by: number) {
    this.tab = TABS[(TABS.indexOf(this.tab) + by + TABS.length) % TABS.length] ?? 'files'
  }

  async setDates(from: string, days: number) {
    if (!(days >= 1 && days <= 366)) return
    this.first = from
    this.days = days
    this.since = {}
    this.ahead = {}
    this.results = {}
    await desk.act(() => this.look())
  }

  /** Publishes channels one after the other: one that cannot be handed out keeps no other from it. */
  async publish(channels: string[]) {
    if (this.running || desk.readOnly || channels.length === 0) return
    this.stopped = false
    this.results = {}
    const [from, days] = [this.from, this.days]
    // Beside other edits: who works on meanwhile does not wait for slow disks.
    await desk.save(async () => {
      try {
        for (const [n, channel] of channels.entries()) {
          if (this.stopped) break
          this.running = { at: n, of: channels.length }
          const done = await commands.publish({ channel, from, days, spoken: spoken() })
          this.results = { ...this.results, [channel]: done.status === 'ok' ? { done: done.data } : { failure: done.error } }
        }
      } finally {
        this.running = undefined
      }
      const all = Object.values(this.results)
      const failed = all.filter((one) => 'failure' in one).length
      desk.add({ text: words.say('publishing-done', { count: all.length - failed, failed }), bad: failed > 0 })
      await this.look()
    })
  }

  /** Publishes no further channel. */
  stop() {
    this.stopped = true
  }

  async deliver(channel: string, number: number, elsewhere: boolean) {
    await desk.write(async () => {
      const done = await answer(commands.deliverAgain(channel, number, elsewhere, spoken()))
      if (!done) return
      desk.add({ text: words.say('publishing-delivered', { number: done.number, files: done.files, there: done.there }), bad: false })
      await this.look()
    })
  }

  begin(file: { receiver: string; form: string; date: string | null }): Promise<FileBegun | null> {
    return answer(commands.fileAhead({ channel: this.chosen?.channel ?? '', from: this.from, days: this.days, spoken: spoken() }, file))
  }

  revisions(): Promise<[Revision[], Delivery[]]> {
    const channel = this.chosen?.channel ?? null
    return Promise.all([answer(commands.revisions(channel)), answer(commands.deliveries(channel))])
  }

  edit(receiver: Receiver | undefined) {
    const channel = this.chosen
    if (!channel) return
    this.tab = 'receivers'
    this.isNew = receiver === undefined
    this.receiver = receiver
      ? structuredClone(receiver.receiver)
      : { id: this.freeId(channel.channel), channel: channel.channel, titles: words.tag, files: [], name: '{channel}-{from}-{format}', to: { kind: 'folder', folder: '' } }
  }

  private freeId(channel: string): string {
    const stem = channel.split('.')[0] ?? channel
    const taken = new Set((this.view?.channels ?? []).flatMap((one) => one.receivers.map((own) => own.receiver.id)))
    for (let n = 1; ; n += 1) {
      const id = n === 1 ? stem : `${stem}-${n}`
      if (!taken.has(id)) return id
    }
  }

  async do(edit: ReceiverEdit): Promise<boolean> {
    const done = await desk.edit(() => answer(commands.receiverEdit(edit)))
    if (done) this.receiver = undefined
    return done
  }

  async chooseFolder(): Promise<string | null> {
    let chosen: string | null = null
    await desk.act(async () => {
      chosen = await answer(commands.chooseFolder())
    })
    return chosen
  }
}

export const publishing = new PublishingState()
