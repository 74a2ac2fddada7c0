// A calculation, and the proposal that waits for a decision.

import { answer, commands, events } from '../../lib/core'
import type { Calculating, CalculationAsked, Proposal } from '../../lib/core'
import { desk } from '../../lib/desk.svelte'
import { words } from '../../lib/words.svelte'

class Calculation {
  /** How far the calculation under way is. */
  running = $state<Calculating>()
  proposal = $state<Proposal>()

  constructor() {
    desk.follow(() => this.refresh())
    void events.calculating.listen((event) => (this.running = event.payload))
  }

  async refresh() {
    this.proposal = (await answer(commands.proposal(words.tag))) ?? undefined
  }

  async calculate(asked: CalculationAsked) {
    this.running = { step: 'sequels', done: 0, total: 1 }
    this.proposal = undefined
    await desk.act(async () => (this.proposal = (await answer(commands.calculate(asked, words.tag))) ?? undefined))
    this.running = undefined
  }

  cancel() {
    void commands.cancel()
  }

  async accept() {
    if (await desk.edit(() => answer(commands.accept()))) desk.dialog = null
  }

  async discard() {
    await desk.act(async () => {
      await answer(commands.discard())
      this.proposal = undefined
      desk.dialog = null
    })
  }
}

export const calculation = new Calculation()
