// The one menu of the window: what opens it says what is in it and where.

export interface Item {
  text: string
  /** The keys that do the same, as a person reads them. */
  keys?: string
  act: () => unknown
  /** Why it cannot be chosen now; it can where this is left out. */
  off?: string
  /** Whether it takes something away. */
  danger?: boolean
}
/** Items, lines between groups of them, and what a group is called. */
export type Items = (Item | { head: string } | 'line')[]

class Menu {
  items = $state.raw<Items>([])
  shown = $state(false)
  anchor = $state.raw<{ getBoundingClientRect: () => DOMRect }>({ getBoundingClientRect: () => new DOMRect() })
  /** What had the focus when it opened, and gets it back. */
  from: HTMLElement | null = null

  /** Opens at a point, or below a control. */
  open(items: Items, at: { clientX: number; clientY: number } | Element) {
    const rect = at instanceof Element ? at.getBoundingClientRect() : new DOMRect(at.clientX, at.clientY, 0, 0)
    this.anchor = { getBoundingClientRect: () => rect }
    this.items = items
    this.from = document.activeElement instanceof HTMLElement ? document.activeElement : null
    this.shown = true
  }
}

export const menu = new Menu()
