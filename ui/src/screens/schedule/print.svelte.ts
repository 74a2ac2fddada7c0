// The schedule on paper: a week of a channel on one A3 page to be pinned to a wall, a day's list on A4.

import { flushSync } from 'svelte'

import { monday } from '../../lib/dates'
import { desk } from '../../lib/desk.svelte'
import { exportSchedule, paperWords } from '../../lib/exports'
import { printsBlank } from '../../lib/webview'
import { words } from '../../lib/words.svelte'
import { schedule, type View } from './schedule.svelte'

const SHEETS: Record<View, string> = { week: 'A3 landscape', day: 'A3 landscape', list: 'A4 portrait' }
/** How high an A3 sheet across is, what stays free around it, and what stands above the week's hours. */
const HEIGHT_MM = 297
const MARGIN_MM = 8
const HEAD_MM = 27
const PX_OF_MM = 96 / 25.4
/** A few pixels less than there are: what a printer rounds up must not begin a second page. */
const SPARE = 6

class Paper {
  /** Whether what is shown is drawn for paper now. */
  on = $state(false)

  /** Pixels of a minute, so that so many minutes fill the page. */
  scale(minutes: number): number {
    return ((HEIGHT_MM - 2 * MARGIN_MM - HEAD_MM) * PX_OF_MM - SPARE) / minutes
  }

  /** Draws what is shown as it goes on paper, all of it and in light colours, until it is printed. */
  private take() {
    const size = document.createElement('style')
    size.textContent = `@page { size: ${SHEETS[schedule.view]}; margin: ${MARGIN_MM}mm }`
    document.head.append(size)
    document.documentElement.dataset.theme = 'light'
    flushSync(() => (this.on = true))
    window.addEventListener('afterprint', () => {
      size.remove()
      document.documentElement.dataset.theme = desk.theme
      this.on = false
    }, { once: true })
  }

  /** Prints what is shown; where pages across come out blank, saves them as a PDF that any program prints. */
  print() {
    if (!printsBlank(navigator.userAgent)) return window.print()
    const isList = schedule.view === 'list'
    const sheet = paperWords(words.tag)
    return exportSchedule({
      channel: desk.channel, from: isList ? desk.date : monday(desk.date), days: isList ? 1 : 7, titles: words.tag,
      form: isList ? { pdf_rundown: sheet } : { pdf_week: sheet },
    })
  }

  begin() {
    window.addEventListener('beforeprint', () => {
      if (desk.screen === 'schedule') this.take()
    })
  }
}

export const paper = new Paper()
