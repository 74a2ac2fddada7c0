// What changed since then, and the history of what was done.

import { answer, commands } from '../../lib/core'
import type { ChangeNote, Changes, StepView } from '../../lib/core'
import { desk } from '../../lib/desk.svelte'
import { words } from '../../lib/words.svelte'

class ChangesState {
  changes = $state<Changes>()
  steps = $state.raw<StepView[]>([])
  /** Whether the journal goes on before what is shown. */
  goesOn = $derived((this.steps.at(-1)?.number ?? 1) > 1)
  /** The entry that is compared with; the last plan accepted where none is chosen. */
  since = $state<number>()
  /** Whether it is the last published revision of each channel that is compared with. */
  isOfPublished = $state(false)
  /** What changed since each channel was published last. */
  notes = $state.raw<ChangeNote[]>()
  /** The entry that keeps another from being taken back. */
  hindrance = $state<number>()

  /** Looks begun: what an earlier one is answered no longer holds. */
  private turn = 0

  constructor() {
    desk.follow(async () => {
      if (desk.screen === 'changes') await this.look()
    })
  }

  async look() {
    const turn = (this.turn += 1)
    const oldest = this.steps.at(-1)?.number
    this.steps = await answer(commands.journal(null))
    // As far back as one had gone.
    while (this.goesOn && oldest !== undefined && (this.steps.at(-1)?.number ?? 0) > oldest) await this.goBack()
    if (this.since !== undefined && !this.steps.some((step) => step.number === this.since)) this.since = undefined
    if (this.isOfPublished) return this.lookAtPublished()
    const found = await answer(commands.changes(this.since ?? null, words.tag))
    if (turn === this.turn) this.changes = found
  }

  /** Compares what is accepted with the last revision of each channel that has one. */
  private async lookAtPublished() {
    const last = new Map((await answer(commands.revisions(null))).reverse().map((one) => [one.channel, one.number]))
    const channels = (desk.station?.channels ?? []).filter((one) => last.has(one.id))
    const notes: ChangeNote[] = []
    for (const { id } of channels) notes.push(await answer(commands.revisionNote(id, last.get(id) ?? 1, null, words.tag)))
    this.notes = notes
  }

  private async goBack() {
    this.steps = [...this.steps, ...(await answer(commands.journal(this.steps.at(-1)?.number ?? null)))]
  }

  /** Shows a page more of the journal. */
  async older() {
    await desk.act(() => this.goBack())
  }

  /** Compares with what was published last. */
  async comparePublished() {
    this.isOfPublished = true
    await desk.act(() => this.look())
  }

  async compare(since: number | undefined) {
    this.isOfPublished = false
    // What was told of another entry does not hold for this one.
    if (since !== this.since) this.changes = undefined
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
