// Why a proposal changes an airing, in words.

import type { Cause } from '../../lib/core'

type Say = (id: string, values?: Record<string, string>) => string

/** The rule that forbids what was accepted, where one does; else the cause itself. */
export function causeText(cause: Cause, say: Say): string {
  const { code, values, refusal } = cause
  return refusal ? say(`finding-${refusal.code}`, refusal.values) : say(`cause-${code}`, values)
}
