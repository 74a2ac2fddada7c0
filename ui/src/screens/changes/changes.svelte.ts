// What changed since then, and the history of what was done.

import { answer, commands } from '../../lib/core'
import type { Changes, StepView } from '../../lib/core'
import { desk } from '../../lib/desk.svelte'
import { words } from '../../lib/words.svelte'

class ChangesState {
  changes = $state<Changes>()
  steps = $state.raw<StepView[]>([])
  /** Whether the journal goes on before what is shown. */
  goesOn = $derived((this.steps.at(-1)?.number ?? 1) > 1)
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
    const oldest = this.steps.at(-1)?.number
    this.steps = await answer(commands.journal(null))
    // As far back as one had gone.
    while (this.goesOn && oldest !== undefined && (this.steps.at(-1)?.number ?? 0) > oldest) await this.goBack()
    if (this.since !== undefined && !this.steps.some((step) => step.number === this.since)) this.since = undefined
    this.changes = await answer(commands.changes(this.since ?? null, words.tag))
  }

  private async goBack() {
    this.steps = [...this.steps, ...(await answer(commands.journal(this.steps.at(-1)?.number ?? null)))]
  }

  /** Shows a page more of the journal. */
  async older() {
    await desk.act(() => this.goBack())
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
