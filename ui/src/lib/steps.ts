// Steps of the journal, by name.

import type { StepView } from './core'
import type { Values } from './words.svelte'

type Say = (id: string, values?: Values) => string

/** What a step did; of one that took another back, which. */
export function stepName(step: Pick<StepView, 'op' | 'values'>, say: Say): string {
  const { reverted } = step.values
  if (step.op !== 'revert' || !reverted) return say(`op-${step.op}`, step.values)
  return `${say('op-revert', step.values)}: ${say(`op-${reverted}`, step.values)}`
}
