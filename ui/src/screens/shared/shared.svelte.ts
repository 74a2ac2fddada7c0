// How the desk stands to the server of its station: who is here, what others did, what is to be decided. The core decides; this asks.

import { answer, commands, events, Refused } from '../../lib/core'
import type { Decision, Reached, ServerAsked, SharedStation } from '../../lib/core'
import { desk, failureText } from '../../lib/desk.svelte'
import { isTyping } from '../../lib/typing'
import { words } from '../../lib/words.svelte'

export type Tab = 'desk' | 'decisions' | 'left' | 'accounts' | 'share' | 'copy'

/** How often it is asked who is here. */
const WHO_MS = 5_000
/** After how long news are looked at again that could not be taken in. */
const AGAIN_MS = 150

class SharedState {
  /** Null: the station is the file's own. */
  view = $state.raw<SharedStation | null>(null)
  /** Who is at a desk now, whoever sits here included; undefined: it is not known. */
  here = $state.raw<string[]>()
  decisions = $state.raw<Decision[]>([])
  /** What was left, newest first; undefined: it was not asked for. */
  left = $state.raw<Decision[]>()
  /** The part that was chosen; that which is of use now where none was. */
  private chosen = $state<Tab>()
  /** How far merging is. */
  merging = $state<{ at: number; of: number }>()
  /** What is on its way between file and server, and how far. */
  moving = $state<{ way: 'share' | 'copy'; done: number; total: number }>()
  /** The opening of a station for which a known password was tried. */
  private tried = -1
  private due: ReturnType<typeof setTimeout> | undefined

  constructor() {
    desk.follow(() => this.refresh())
    void events.stationNews.listen(() => this.hear())
    void events.moving.listen(({ payload }) => {
      if (this.moving) this.moving = { way: this.moving.way, ...payload }
    })
    document.addEventListener('visibilitychange', () => this.hear())
    setInterval(() => void this.lookWho(), WHO_MS)
  }

  get tabs(): Tab[] {
    return this.view ? ['desk', 'decisions', 'left', 'accounts', 'copy'] : ['share', 'copy']
  }

  get tab(): Tab {
    if (this.chosen && this.tabs.includes(this.chosen)) return this.chosen
    return this.view ? (this.view.undecided > 0 ? 'decisions' : 'desk') : 'share'
  }

  set tab(tab: Tab) {
    this.chosen = tab
  }

  /** Whoever else is at a desk. */
  get others(): string[] {
    return (this.here ?? []).filter((name) => name !== this.view?.login)
  }

  /** Whether a password would help. */
  get wantsPassword(): boolean {
    if (!this.view || desk.readOnly) return false
    return !this.view.knows_password || this.view.why?.code === 'shared_password'
  }

  open(tab?: Tab) {
    this.chosen = tab
    desk.dialog = 'shared'
  }

  /** Looks anew, for whoever wants to see it now. */
  lookNow(): Promise<void> {
    return this.quietly(async () => {
      await this.refresh()
      await this.lookWho()
    })
  }

  /** Asks how the desk stands: no server is asked for it. */
  private async refresh() {
    const view = await answer(commands.shared())
    this.decisions = view && view.undecided + view.waiting > 0 ? await answer(commands.decisions(words.tag)) : []
    this.view = view
    if (!view || view.standing !== 'connected') this.here = undefined
    else if (!this.here) void this.lookWho()
    if (view && this.tried !== desk.openings && !desk.readOnly) {
      this.tried = desk.openings
      if (this.wantsPassword) void this.signInKnown()
    }
  }

  async lookAtLeft() {
    this.left = await answer(commands.left(words.tag))
  }

  /** Signs in with the password that is known; where none is, it is asked for. */
  private async signInKnown() {
    await this.quietly(async () => {
      if (await answer(commands.signInKnown())) return this.refresh()
      // Without the server it is wanted only to come back.
      if (desk.dialog === null && this.view?.standing === 'apart') this.open('desk')
    })
  }

  /** Takes in what others did; later, where something is being done or is half typed. */
  private hear() {
    clearTimeout(this.due)
    if (document.hidden) return
    if (desk.busy > 0 || isTyping()) this.due = setTimeout(() => this.hear(), AGAIN_MS)
    else void this.quietly(() => this.look())
  }

  private async look() {
    await desk.watch()
    // That the server went or came back changes nothing of the station.
    await this.refresh()
    await this.lookWho()
  }

  private async lookWho() {
    if (this.view?.standing !== 'connected' || document.hidden) return
    await this.quietly(async () => {
      try {
        const here = await answer(commands.whoIsHere())
        // A desk that is connected is there itself: else it was not any more when it was asked.
        if (here.length > 0) this.here = here
      } catch (error) {
        // Whoever does not answer is away: that is shown.
        await this.refresh()
        if (!(error instanceof Refused)) throw error
      }
    })
  }

  /** Does what nobody asked for: it is not shown as being done. */
  private async quietly(does: () => Promise<unknown>) {
    try {
      await does()
    } catch (error) {
      desk.tell(error)
    }
  }

  signIn(password: string, keep: boolean): Promise<boolean> {
    return desk.act(async () => {
      const unkept = await answer(commands.signIn(password, keep))
      if (unkept) desk.add({ text: words.say('shared-run-only'), hint: failureText(unkept), bad: false })
      await this.refresh()
    })
  }

  take(decision: Decision): Promise<boolean> {
    return this.decide('shared-taken', () => commands.takeOwn(decision.number))
  }

  leave(decision: Decision): Promise<boolean> {
    return this.decide('shared-left', () => commands.leaveTheirs(decision.number))
  }

  private decide(word: string, does: () => ReturnType<typeof commands.takeOwn>): Promise<boolean> {
    return desk.inTurn(async () => {
      await answer(does())
      desk.add({ text: words.say(word), bad: false })
      await desk.reload()
    })
  }

  workOffline(): Promise<boolean> {
    return desk.inTurn(async () => {
      await answer(commands.workOffline())
      await desk.reload()
    })
  }

  /** Comes back to the server: entry by entry, so that others get at the desk meanwhile. */
  async merge() {
    await desk.inTurn(async () => {
      const of = await answer(commands.comeBack())
      let undecided = 0
      try {
        for (let at = 0; ; at += 1) {
          this.merging = { at, of }
          const again = await answer(commands.againNext())
          if (again === 'over') break
          if (again === 'undecided') undecided += 1
        }
      } finally {
        this.merging = undefined
        await desk.reload()
      }
      desk.add({ text: words.say('shared-merged', { done: of - undecided, undecided }), bad: false })
    })
    if (this.view && this.view.undecided > 0) this.open('decisions')
  }

  detach(): Promise<boolean> {
    return desk.inTurn(async () => {
      await answer(commands.detach())
      desk.note('shared-detached')
      await desk.reload()
    })
  }

  share(server: ServerAsked): Promise<boolean> {
    return this.move('share', async () => {
      const reached = await answer(commands.shareStation(server, words.tag))
      this.reached(reached, 'shared-shared', server)
      await desk.reload()
      this.chosen = 'desk'
    })
  }

  copy(server: ServerAsked): Promise<boolean> {
    return this.move('copy', async () => {
      const reached = await answer(commands.copyStation(server, words.tag))
      if (!reached) return
      desk.dialog = null
      await desk.opened(reached.start)
      this.reached(reached, 'shared-copied', server)
    })
  }

  /** Moves a station between file and server. Others get at the desk meanwhile. */
  private async move(way: 'share' | 'copy', does: () => Promise<unknown>): Promise<boolean> {
    this.moving = { way, done: 0, total: 0 }
    try {
      await does()
      return true
    } catch (error) {
      if (error instanceof Refused && error.failure.code === 'shared_broken_off') desk.note('shared-broken-off')
      else desk.tell(error)
      return false
    } finally {
      this.moving = undefined
    }
  }

  breakOff(): Promise<boolean> {
    return desk.act(() => commands.breakOff())
  }

  private reached({ unkept }: Reached, word: string, { address }: ServerAsked) {
    const hint = unkept ? `${words.say('shared-run-only')} ${failureText(unkept)}` : undefined
    desk.add({ text: words.say(word, { server: address.replace(/^.*@/, '') }), hint, bad: false })
  }
}

export const shared = new SharedState()
