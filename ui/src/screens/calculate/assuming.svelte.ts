// What if, and roll-outs: what there is to choose from, what is asked, and what the core answers.

import { answer, commands } from '../../lib/core'
import type { Assumed, Names, Rolled, RolloutAsked, VersionName, WhatIf } from '../../lib/core'
import { desk } from '../../lib/desk.svelte'
import { words } from '../../lib/words.svelte'
import { BEGUN, calculation } from './calculation.svelte'

class Assuming {
  names = $state<Names>()
  assumed = $state<Assumed[]>([])
  compared = $state<WhatIf>()
  rolled = $state<Rolled>()
  versions = $state<VersionName[]>([])

  async open() {
    this.compared = undefined
    this.rolled = undefined
    await desk.act(async () => (this.names = await answer(commands.names(words.tag))))
  }

  async find(wanted: string) {
    await desk.act(async () => (this.versions = await answer(commands.findVersions(wanted, words.tag))))
  }

  async compare(from: string, days: number) {
    calculation.running = BEGUN
    await desk.act(async () => (this.compared = await answer(commands.whatIf([...this.assumed], from, days, 'fast', words.tag))))
    calculation.running = undefined
  }

  async assume() {
    if (await desk.edit(() => answer(commands.assume([...this.assumed])))) {
      this.assumed = []
      desk.dialog = null
    }
  }

  async propose(asked: RolloutAsked) {
    calculation.running = BEGUN
    await desk.act(async () => (this.rolled = await answer(commands.rollout(asked))))
    calculation.running = undefined
  }

  async takeOver() {
    if (await desk.edit(() => answer(commands.takeOverRollout()))) desk.dialog = null
  }
}

export const assuming = new Assuming()
