// What this computer remembers of the window beside language and theme: contrast, zoom, how times are written, and where one was. Nothing of it is in a station.

import { commands } from './core'

export const ZOOMS = [80, 90, 100, 110, 125, 150, 175, 200]
const CONTRAST = 'arna.contrast'
const ZOOM = 'arna.zoom'
const PLACE = 'arna.place'
const HOURS = 'arna.hours'

/** How times after midnight are written: 25:30 or 01:30⁺¹. */
export const HOURS_WRITTEN = ['broadcast', 'clock'] as const
export type HoursWritten = (typeof HOURS_WRITTEN)[number]

/** Where one was in a station. */
export interface Place {
  path: string
  channel: string
  date: string
}

class Profile {
  contrast = $state(localStorage.getItem(CONTRAST) === 'more')
  hours = $state<HoursWritten>(localStorage.getItem(HOURS) === 'clock' ? 'clock' : 'broadcast')
  zoom = $state(Number(localStorage.getItem(ZOOM)) || 100)

  begin() {
    document.documentElement.dataset.contrast = this.contrast ? 'more' : ''
    if (this.zoom !== 100) void commands.zoom(this.zoom)
  }

  setContrast(more: boolean) {
    this.contrast = more
    localStorage.setItem(CONTRAST, more ? 'more' : '')
    document.documentElement.dataset.contrast = more ? 'more' : ''
  }

  setHours(hours: HoursWritten) {
    this.hours = hours
    localStorage.setItem(HOURS, hours)
  }

  setZoom(percent: number) {
    this.zoom = percent
    localStorage.setItem(ZOOM, String(percent))
    void commands.zoom(percent)
  }

  /** The next greater or smaller zoom. */
  step(direction: 1 | -1) {
    const at = ZOOMS.indexOf(this.zoom)
    this.setZoom(ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, (at < 0 ? ZOOMS.indexOf(100) : at) + direction))] ?? 100)
  }

  /** Where one was in this station last; nothing where another one was open. */
  placeIn(path: string): Place | undefined {
    try {
      const place = JSON.parse(localStorage.getItem(PLACE) ?? '') as Place
      return place.path === path ? place : undefined
    } catch {
      return undefined
    }
  }

  remember(place: Place) {
    localStorage.setItem(PLACE, JSON.stringify(place))
  }
}

export const profile = new Profile()
