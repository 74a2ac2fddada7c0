// A station file under the eyes: whether it holds together, its backups, and what can be taken out of it when it does not.

import { answer, commands } from '../../lib/core'
import type { Backup, Looked, Restoring, Salvaged } from '../../lib/core'
import { desk } from '../../lib/desk.svelte'
import { words } from '../../lib/words.svelte'

class Keeping {
  /** The station file. */
  path = $state('')
  backups = $state.raw<Backup[]>([])
  /** The file that is shown: the station's, or a backup. */
  shown = $state('')
  /** What was found in each file so far. */
  looked = $state.raw<Record<string, Looked>>({})
  /** What putting the backup that is shown back would come to. */
  restoring = $state.raw<Restoring>()
  /** What was taken out of the file. */
  salvaged = $state.raw<Salvaged>()
  /** The file that is being looked through. */
  looking = $state('')
  /** What goes on is of this look; earlier ones are of no interest any more. */
  private turn = 0

  /** Opens the dialog on a station file; none named: on the one that is open. */
  of(path: string | undefined = desk.station?.path) {
    this.turn += 1
    this.path = path ?? ''
    this.backups = []
    this.looked = {}
    this.salvaged = undefined
    desk.dialog = 'keeping'
    if (path) void desk.act(() => this.look())
  }

  /** Whether the file shown is the station's own, not a backup. */
  get isStation(): boolean {
    return this.shown === this.path
  }

  /** The newest backup that was found to hold together. */
  get good(): string | undefined {
    return this.backups.find((one) => this.looked[one.file]?.faults.length === 0)?.file
  }

  async pick() {
    await desk.act(async () => {
      const path = await answer(commands.chooseStation())
      if (path) this.of(path)
    })
  }

  /** Looks through the file; where something is wrong, through its backups until one holds together. */
  private async look() {
    const { path, turn } = this
    this.shown = path
    this.restoring = undefined
    this.backups = await answer(commands.backups(path))
    const own = await this.through(path, turn)
    if (!own || own.faults.length === 0) return
    for (const one of this.backups) {
      const found = await this.through(one.file, turn)
      if (!found || found.faults.length === 0) return
    }
  }

  private async through(file: string, turn: number): Promise<Looked | undefined> {
    this.looking = file
    try {
      const looked = await answer(commands.lookThrough(file))
      if (turn !== this.turn) return undefined
      this.looked = { ...this.looked, [file]: looked }
      return looked
    } finally {
      if (this.looking === file) this.looking = ''
    }
  }

  /** Shows a file of the list. */
  async show(file: string) {
    this.shown = file
    this.restoring = undefined
    if (this.isStation) return
    await desk.act(async () => {
      const restoring = await answer(commands.previewBackup(this.path, file))
      if (this.shown !== file) return
      this.restoring = restoring
      const { entries = null } = this.looked[file] ?? {}
      this.looked = { ...this.looked, [file]: { file, entries, faults: restoring.faults } }
    })
  }

  /** Puts the backup that is shown back, and goes on with it. */
  async putBack() {
    await desk.inTurn(async () => {
      const start = await answer(commands.restoreBackup(this.path, this.shown, words.tag))
      desk.dialog = null
      await desk.opened(start)
      desk.note('keeping-restored')
    })
  }

  /** Takes what can be read into a new file. */
  async salvage() {
    await desk.write(async () => {
      const salvaged = await answer(commands.salvageStation(this.path))
      if (salvaged) this.salvaged = salvaged
    })
  }

  /** Goes on with what was taken out. */
  async goOn() {
    const file = this.salvaged?.file
    desk.dialog = null
    if (file) await desk.open(file)
  }
}

export const keeping = new Keeping()
desk.remedies.station_damaged = (path) => ({ word: 'keeping', act: () => keeping.of(path) })
