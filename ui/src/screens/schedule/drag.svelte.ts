// Dragging: where a block would go, what the core says of it there, and the drop.

import type { Edit, Verdict } from '../../lib/core'
import { desk } from '../../lib/desk.svelte'
import { editing, isAiring } from './editing.svelte'
import { schedule, type Chosen } from './schedule.svelte'

/** Where a pointer is on a track of the grid. */
export interface Place {
  channel: string
  date: string
  minute: number
  /** Pixels of a minute there. */
  px: number
}
/** A view that things are dragged over. */
export interface Surface {
  pane: HTMLElement
  /** The place of a point; none outside the tracks. */
  at: (x: number, y: number) => Place | undefined
}
export type Grip = 'move' | 'start' | 'end'

interface Drag {
  grip: Grip
  block: Chosen
  copies: boolean
  channel: string
  date: string
  /** The minutes that the block would take. */
  from: number
  until: number
}

/** Pixels until a press becomes a drag. */
const SLACK = 4
/** Pixels within which a neighbour's edge draws. */
const DRAWN = 7
const EDGE = 36

class Dragging {
  now = $state.raw<Drag>()
  verdict = $state.raw<Verdict>()
  /** Where the pointer is, for what is said beside it. */
  x = $state(0)
  y = $state(0)
  band = $state.raw<{ left: number; top: number; width: number; height: number }>()
  surface: Surface | undefined

  private wanted: Edit | undefined
  /** The edit that is or will be judged, as text: a verdict of another place is not shown. */
  private place = ''
  private asking = false
  private stop: (() => void) | undefined

  /** A press on a block: a click if it stays, else a drag. */
  press(event: PointerEvent, block: Chosen, grip: Grip) {
    if (event.button !== 0) return
    const from = { x: event.clientX, y: event.clientY }
    const start = this.surface?.at(from.x, from.y)
    const held = start && start.date === block.date ? start.minute - block.block.start : 0
    let under = false
    const target = event.currentTarget
    const move = (event: PointerEvent) => {
      if (!under) {
        if (!isAiring(block) || Math.hypot(event.clientX - from.x, event.clientY - from.y) < SLACK) return
        under = true
        if (!editing.isSelected(block)) void editing.pick(block)
        document.body.classList.add('dragging')
      }
      this.x = event.clientX
      this.y = event.clientY
      this.follow(event, block, grip, held)
    }
    const end = (event: PointerEvent) => {
      finish()
      if (!under) {
        if (target instanceof HTMLElement) target.focus({ preventScroll: true })
        void editing.pick(block, event)
      } else {
        void this.drop()
      }
    }
    const cancel = (event: KeyboardEvent) => {
      if (event.code === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
        finish()
        this.end()
      } else if (under && event.code.startsWith('Alt')) {
        event.preventDefault()
      }
    }
    const scroll = setInterval(() => under && this.scroll(), 16)
    const finish = () => {
      clearInterval(scroll)
      document.body.classList.remove('dragging')
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', end)
      removeEventListener('pointercancel', lost)
      removeEventListener('keydown', cancel, true)
    }
    const lost = () => {
      finish()
      this.end()
    }
    this.stop?.()
    this.stop = finish
    addEventListener('pointermove', move)
    addEventListener('pointerup', end)
    addEventListener('pointercancel', lost)
    addEventListener('keydown', cancel, true)
  }

  /** A press on empty ground: a rubber band. */
  stretch(event: PointerEvent) {
    if (event.button !== 0 || !(event.target instanceof HTMLElement) || event.target.closest('button')) return
    const from = { x: event.clientX, y: event.clientY }
    const move = (event: PointerEvent) => {
      const [left, top] = [Math.min(from.x, event.clientX), Math.min(from.y, event.clientY)]
      const [width, height] = [Math.abs(event.clientX - from.x), Math.abs(event.clientY - from.y)]
      if (this.band || Math.hypot(width, height) >= SLACK) this.band = { left, top, width, height }
    }
    const end = () => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', end)
      const band = this.band
      this.band = undefined
      if (!band) return editing.clear()
      const touched = [...(this.surface?.pane.querySelectorAll<HTMLElement>('.block[data-key]') ?? [])].filter((one) => {
        const rect = one.getBoundingClientRect()
        return rect.left < band.left + band.width && band.left < rect.right && rect.top < band.top + band.height && band.top < rect.bottom
      })
      const keys = new Set(touched.map((one) => one.dataset.key))
      void editing.pickAll(schedule.blocks().filter((one) => isAiring(one) && keys.has(`${one.channel} ${one.block.kind} ${one.block.starts}`)))
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', end)
  }

  private follow(event: PointerEvent, block: Chosen, grip: Grip, held: number) {
    const place = this.surface?.at(event.clientX, event.clientY)
    if (!place) return
    const own = block.block
    const length = own.end - own.start
    const step = event.shiftKey ? 1 : 5
    const snap = (minute: number) => this.snapped(place, minute, step, block, grip)
    if (grip === 'move') {
      const from = Math.max(0, snap(place.minute - held))
      this.now = { grip, block, copies: event.altKey, channel: place.channel, date: place.date, from, until: from + length }
    } else {
      if (place.channel !== block.channel || place.date !== block.date) return
      const at = snap(place.minute)
      const from = grip === 'start' ? Math.min(at, own.end - 1) : own.start
      const until = grip === 'end' ? Math.max(at, own.start + 1) : own.end
      this.now = { grip, block, copies: false, channel: block.channel, date: block.date, from, until }
    }
    this.judge()
  }

  /** Whole steps, and the edges of what is near. */
  private snapped(place: Place, minute: number, step: number, block: Chosen, grip: Grip): number {
    const length = block.block.lasts
    const near = schedule.dayOf(place.channel, place.date)?.blocks.filter((one) => one.starts !== block.block.starts && one.kind !== 'break') ?? []
    const edges = near.flatMap((one) => (grip === 'move' ? [one.start, one.over, one.start - length] : [one.start, one.over]))
    const drawn = edges.filter((edge) => Math.abs(edge - minute) * place.px <= DRAWN).sort((a, b) => Math.abs(a - minute) - Math.abs(b - minute))
    return drawn[0] ?? Math.round(minute / step) * step
  }

  edit(): Edit | undefined {
    const now = this.now
    if (!now) return undefined
    const named = (one: Chosen) => ({ channel: one.channel, starts: one.block.starts })
    const first = now.block
    if (now.grip !== 'move') {
      const minute = now.grip === 'start' ? now.from : now.until
      return { verb: 'trim', airing: named(first), edge: now.grip, to: { channel: now.channel, date: now.date, time: { minute } } }
    }
    const key = first.block.starts
    const rest = editing.airings.filter((one) => one.block.starts !== key || one.channel !== first.channel)
    const airings = [first, ...rest].map(named)
    return { verb: now.copies ? 'copy' : 'move', airings, to: { channel: now.channel, date: now.date, time: { minute: now.from } } }
  }

  /** Asks the core; while it answers only the last place is kept to be asked about, and nothing is said of it yet. */
  private judge() {
    const edit = this.edit()
    const place = JSON.stringify(edit)
    if (place === this.place) return
    this.place = place
    this.verdict = undefined
    this.wanted = edit
    if (!this.asking) void this.ask()
  }

  private async ask() {
    this.asking = true
    try {
      while (this.wanted && this.now) {
        const edit = this.wanted
        this.wanted = undefined
        const verdict = await editing.judge(edit)
        if (this.now && JSON.stringify(edit) === this.place) this.verdict = verdict
      }
    } catch (error) {
      desk.tell(error)
    } finally {
      this.asking = false
    }
  }

  private async drop() {
    const edit = this.edit()
    const now = this.now
    this.end()
    if (!edit || !now) return
    const stays = now.grip === 'move' && !now.copies && now.channel === now.block.channel && now.date === now.block.date && now.from === now.block.block.start
    if (stays) return
    await editing.attempt(edit, { x: this.x, y: this.y })
  }

  private end() {
    this.now = undefined
    this.wanted = undefined
    this.place = ''
    this.verdict = undefined
  }

  private scroll() {
    const pane = this.surface?.pane
    if (!pane) return
    const rect = pane.getBoundingClientRect()
    const pull = (at: number, from: number, until: number) => (at < from + EDGE ? at - from - EDGE : at > until - EDGE ? at - until + EDGE : 0) / 3
    pane.scrollBy(pull(this.x, rect.left, rect.right), pull(this.y, rect.top, rect.bottom))
  }
}

export const drag = new Dragging()
