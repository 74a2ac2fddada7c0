// What changed since then, and the history of what was done.

import { answer, commands } from '../../lib/core'
import type { Changes, StepView } from '../../lib/core'
import { desk } from '../../lib/desk.svelte'
import { words } from '../../lib/words.svelte'

class ChangesState {
  changes = $state<Changes>()
  steps = $state<StepView[]>([])
  /** The entry that is compared with; the last plan accepted where none is chosen. */
  since = $state<number>()
  /** The entry that keeps another from being taken back. */
  hindrance = $state<number>()

  constructor() {
    desk.follow(async () => {
      if (desk.screen === 'changes') await this.look()
    })
  }

  async look() {
    this.steps = await answer(commands.journal())
    if (this.since !== undefined && !this.steps.some((step) => step.number === this.since)) this.since = undefined
    this.changes = await answer(commands.changes(this.since ?? null, words.tag))
  }

  async compare(since: number) {
    this.since = since
    await desk.act(() => this.look())
  }

  async revert(step: StepView) {
    this.hindrance = undefined
    const answered = await commands.revert(step.number)
    if (answered.status === 'error' && answered.error.code === 'touched_since') this.hindrance = Number(answered.error.values.by)
    await desk.edit(() => answer(Promise.resolve(answered)))
  }
}

export const changes = new ChangesState()
