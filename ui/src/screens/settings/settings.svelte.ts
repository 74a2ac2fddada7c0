// The station's settings and the window's own.

import { answer, commands } from '../../lib/core'
import type { ChannelAsked, ChannelEdit, Settings, Zone } from '../../lib/core'
import { desk } from '../../lib/desk.svelte'

export type Part = 'channels' | 'station' | 'window' | 'keys'

class SettingsState {
  all = $state.raw<Settings>()
  zones = $state.raw<Zone[]>([])
  part = $state<Part>('channels')
  /** The channel chosen; an empty text: a new one. */
  channel = $state<string>()
  asked = $state<ChannelAsked>()
  /** The channel that is wanted while the form of another is not saved; an empty text: a new one. */
  wanted = $state<string>()
  /** What the form began with, and the station that it is of. */
  private begun = $state('')
  private station = ''

  constructor() {
    desk.follow(async () => {
      if (desk.screen === 'settings') await this.look()
      else this.all = undefined
    })
  }

  async look() {
    if (this.zones.length === 0) this.zones = await answer(commands.zones())
    this.all = await answer(commands.settings())
    const known = this.all.channels.some((one) => one.channel.id === this.channel)
    // What is typed is not lost by looking elsewhere meanwhile.
    const { path = '' } = desk.station ?? {}
    if (this.changed && this.station === path && (known || this.channel === '')) return
    this.station = path
    if (this.channel !== '' && !known) this.channel = this.all.channels[0]?.channel.id
    if (this.channel !== '' || !this.asked) this.take(this.channel)
  }

  /** Goes to a channel; asks first where what is typed of another would be lost. */
  choose(id: string) {
    if (!this.changed) this.take(id)
    else if (id !== this.channel) this.wanted = id
  }

  /** Saves what is typed, and goes on to the channel that is wanted. */
  async saveAndGo() {
    const { wanted } = this
    if ((await this.save()) && wanted !== undefined) this.take(wanted)
    this.wanted = undefined
  }

  /** Gives up what is typed for the channel that is wanted. */
  drop() {
    if (this.wanted !== undefined) this.take(this.wanted)
    this.wanted = undefined
  }

  /** Begins a new channel, also where the settings are not shown yet. */
  begin() {
    this.part = 'channels'
    if (this.changed) return this.choose('')
    this.channel = ''
    this.asked = undefined
    if (this.all) this.take('')
  }

  /** Takes a channel under the hands; an empty text: a new one. */
  take(id: string | undefined) {
    this.channel = id
    const found = this.all?.channels.find((one) => one.channel.id === id)?.channel
    if (found) this.asked = structuredClone(found)
    else if (id === '') this.asked = this.blank()
    else this.asked = undefined
    this.begun = JSON.stringify(this.asked) ?? ''
  }

  /** A new channel is likely as the last one is. */
  private blank(): ChannelAsked {
    const last = this.all?.channels.at(-1)?.channel
    return {
      id: '', name: '', zone: last?.zone ?? 'Asia/Almaty', day_start: last?.day_start ?? '06:00', territory: null,
      quotas: structuredClone(last?.quotas ?? []), rating_hours: structuredClone(last?.rating_hours ?? []),
    }
  }

  get changed(): boolean {
    return this.asked !== undefined && JSON.stringify(this.asked) !== this.begun
  }

  do(edit: ChannelEdit): Promise<boolean> {
    return desk.edit(() => answer(commands.channelEdit(edit)))
  }

  async save(): Promise<boolean> {
    if (!this.asked) return false
    const channel = $state.snapshot(this.asked) as ChannelAsked
    const { channel: before, begun } = this
    // What is shown after the edit is the channel that was saved.
    this.channel = channel.id
    this.begun = JSON.stringify(channel)
    const done = await this.do({ verb: before === '' ? 'add' : 'change', channel })
    if (!done) [this.channel, this.begun] = [before, begun]
    return done
  }

  /** Takes a channel one place up or down. */
  async shift(id: string, by: 1 | -1) {
    const ids = (this.all?.channels ?? []).map((one) => one.channel.id)
    const at = ids.indexOf(id)
    const other = ids[at + by]
    if (at < 0 || other === undefined) return
    ids[at] = other
    ids[at + by] = id
    await this.do({ verb: 'order', ids })
  }
}

export const settings = new SettingsState()
