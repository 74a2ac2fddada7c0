// A verdict in words.

import type { Verdict } from '../../lib/core'
import type { Values } from '../../lib/words.svelte'

type Say = (id: string, values?: Values) => string
type Part = Pick<Verdict, 'refused' | 'findings'>

/** What speaks against an edit, the worst first; a rule that several airings break is told once with how many do. */
export function told({ refused, findings }: Part, say: Say): string[] {
  const lines = new Map<string, number>()
  if (refused) lines.set(say(`failure-${refused.code}`, refused.values), 1)
  for (const one of findings) {
    const line = say(`finding-${one.code}`, one.values)
    lines.set(line, (lines.get(line) ?? 0) + 1)
  }
  return [...lines].map(([line, count]) => (count > 1 ? `${line} × ${count}` : line))
}
