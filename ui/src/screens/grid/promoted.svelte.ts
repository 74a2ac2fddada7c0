// Occasions, campaigns and restrictions: what is chosen of them, and an occasion on the move.

import { answer, commands } from '../../lib/core'
import type { OccasionEdit, Occasion, Occasions, RestrictionEdit, Trial } from '../../lib/core'
import { desk } from '../../lib/desk.svelte'
import { words } from '../../lib/words.svelte'
import { grid } from './grid.svelte'

class Promoted {
  all = $state.raw<Occasions>()
  /** The occasion chosen. */
  occasion = $state<string>()
  /** The campaign chosen. */
  campaign = $state<string>()
  /** An occasion on the move: by how many days, and what the core says of it. */
  moving = $state<{ id: string; days: number }>()
  trial = $state.raw<Trial>()
  /** Whether the move waits for a decision. */
  asking = $state(false)

  private weighing = false
  private again = false

  constructor() {
    desk.follow(async () => {
      if (desk.screen === 'grid') await this.look()
      else this.all = undefined
    })
  }

  get chosen(): Occasion | undefined {
    return this.all?.occasions.find((one) => one.id === this.occasion)
  }

  async look() {
    this.all = await answer(commands.occasions(words.tag))
  }

  choose(id: string | undefined) {
    this.occasion = id
    grid.tab = 'occasions'
  }

  /** Takes an occasion to other dates; nothing is saved before it is decided. */
  async shift(id: string, days: number) {
    if (desk.readOnly || (this.moving?.id === id && this.moving.days === days)) return
    this.moving = { id, days }
    if (this.weighing) {
      this.again = true
      return
    }
    this.weighing = true
    try {
      do {
        this.again = false
        const moving = this.moving
        this.trial = moving && moving.days !== 0 ? await answer(commands.occasionTry({ verb: 'move', id: moving.id, days: moving.days }, words.tag)) : undefined
      } while (this.again)
    } catch (error) {
      desk.tell(error)
    } finally {
      this.weighing = false
    }
  }

  stay() {
    this.moving = undefined
    this.trial = undefined
    this.asking = false
  }

  async move() {
    const moving = this.moving
    if (!moving) return
    if (await this.do({ verb: 'move', id: moving.id, days: moving.days })) this.stay()
  }

  do(edit: OccasionEdit): Promise<boolean> {
    return desk.edit(() => answer(commands.occasionEdit(edit)))
  }

  restrict(edit: RestrictionEdit): Promise<boolean> {
    return desk.edit(() => answer(commands.restrictionEdit(edit)))
  }
}

export const promoted = new Promoted()
