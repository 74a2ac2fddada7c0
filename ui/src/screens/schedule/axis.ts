// What week and day do alike with their axis of time.

import { schedule } from './schedule.svelte'

/** Ctrl and the wheel change the scale. */
export function zoomByWheel(event: WheelEvent) {
  if (!event.ctrlKey) return
  event.preventDefault()
  schedule.scale(event.deltaY < 0 ? 1 : -1)
}

/** Keeps what is looked at in its place when a minute gets another size. */
export function keepInPlace(pane: HTMLElement, side: 'top' | 'left', before: number, now: number) {
  const half = (side === 'top' ? pane.clientHeight : pane.clientWidth) / 2
  const seen = side === 'top' ? pane.scrollTop : pane.scrollLeft
  pane.scrollTo({ [side]: ((seen + half) / before) * now - half })
}
