// Asking the core while something is being chosen: once choosing rests, and only for what is chosen last.

import { Refused } from './core'
import type { Failure } from './core'
import { failureText } from './desk.svelte'

/**
 * Asks after a rest. For effects: what it returns ends it, and what the core answers after that is of no use to anybody.
 */
export function askRested<T>(restMs: number, ask: () => Promise<T>, found: (answer: T) => void, refused: (text: string, failure: Failure) => void): () => void {
  let over = false
  const waiting = setTimeout(() => {
    ask()
      .then((answer) => {
        if (!over) found(answer)
      })
      .catch((error: unknown) => {
        if (over) return
        if (!(error instanceof Refused)) throw error
        refused(failureText(error.failure), error.failure)
      })
  }, restMs)
  return () => {
    over = true
    clearTimeout(waiting)
  }
}
