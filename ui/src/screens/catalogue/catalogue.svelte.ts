// The catalogue shown: its rows, what is chosen of them, an item in full, licences, and what the catalogue is about.

import { answer, commands } from '../../lib/core'
import type { About, OnAir, CatalogueEdit, CatalogueView, Effects, FieldEdit, ItemView, LicenceForm, Missing, Timeline } from '../../lib/core'
import { desk } from '../../lib/desk.svelte'
import { words } from '../../lib/words.svelte'
import { around, covers, type Span } from './rows'

export const TABS = ['titles', 'licences', 'missing', 'quotations', 'places', 'partners', 'media'] as const
export type Tab = (typeof TABS)[number]

/** What is to be removed, tried out first. */
export interface Removal {
  /** What it is called; how many, where they are several. */
  what: string | number
  alone: CatalogueEdit
  withAll: CatalogueEdit | null
}

class Catalogue {
  tab = $state<Tab>('titles')
  filter = $state('')
  /** How many levels are open where a row does not say otherwise. */
  depth = $state(0)
  view = $state.raw<CatalogueView>()
  /** The place of the row that the keys move. */
  at = $state(0)
  chosen = $state.raw<ReadonlySet<string>>(new Set())
  item = $state.raw<ItemView | null>(null)
  airs = $state.raw<OnAir>()
  licences = $state.raw<Timeline>()
  /** All licences, for their tab. */
  timeline = $state.raw<Timeline>()
  missing = $state.raw<Missing[]>()
  about = $state.raw<About>()
  /** The licence under change. */
  form = $state<LicenceForm>()
  removal = $state<Removal>()

  private toggled = new Set<string>()
  private seen: Span = { offset: 0, count: 40 }
  private turn = 0
  private opening = 0
  /** The item that the panel shows, or will as soon as the core has answered. */
  private wanted = ''

  constructor() {
    desk.follow(() => this.refresh())
  }

  /** Asks for everything shown again. */
  async refresh() {
    if (desk.screen !== 'catalogue' || !desk.station) return
    await Promise.all([this.look(), this.open(this.wanted), this.rest()])
  }

  private async rest() {
    if (this.tab === 'licences') this.timeline = await answer(commands.catalogueLicences(null, this.filter, words.tag))
    else if (this.tab === 'missing') this.missing = await answer(commands.catalogueMissing(words.tag))
    if (this.tab !== 'titles' || !this.about) this.about = await answer(commands.catalogueAbout(words.tag))
  }

  async show(tab: Tab) {
    this.tab = tab
    this.filter = ''
    await desk.act(() => this.refresh())
  }

  /** The rows that are on screen now. */
  async see(seen: Span) {
    this.seen = seen
    const there = this.view
    if (there && covers({ offset: there.offset, count: there.rows.length }, { ...seen, count: Math.min(seen.count, Math.max(0, there.total - seen.offset)) })) return
    await desk.act(() => this.look())
  }

  async look(find: string | null = null) {
    const turn = ++this.turn
    const { offset, count } = around(this.seen)
    const filter = this.tab === 'titles' ? this.filter : ''
    const view = await answer(
      commands.catalogueRows({ filter, language: words.tag, depth: this.depth, toggled: [...this.toggled], offset, count, find }),
    )
    // An answer that a later question has overtaken is of no use.
    if (turn !== this.turn) return
    this.view = view
    if (this.at >= view.total) this.at = Math.max(0, view.total - 1)
  }

  async find(text: string) {
    this.filter = text
    if (this.tab !== 'titles') return desk.act(() => this.rest())
    this.at = 0
    this.toggled.clear()
    this.seen = { ...this.seen, offset: 0 }
    await desk.act(() => this.look())
  }

  async toDepth(depth: number) {
    this.depth = depth
    this.toggled.clear()
    await desk.act(() => this.look())
  }

  async toggle(key: string) {
    if (!this.toggled.delete(key)) this.toggled.add(key)
    await desk.act(() => this.look())
  }

  rowAt(at: number) {
    const view = this.view
    return view ? view.rows[at - view.offset] : undefined
  }

  /** Shows an item in the panel, and answers it. */
  async open(key: string): Promise<ItemView | null> {
    const opening = ++this.opening
    this.wanted = key
    if (!key) {
      this.item = null
      return null
    }
    const [item, airs, licences] = await Promise.all([
      answer(commands.catalogueItem(key, words.tag)),
      answer(commands.catalogueAirs(key, words.tag)).catch(() => undefined),
      answer(commands.catalogueLicences(key, '', words.tag)),
    ])
    if (opening !== this.opening) return item
    this.item = item
    this.airs = airs
    this.licences = licences
    this.about ??= await answer(commands.catalogueAbout(words.tag))
    return item
  }

  async choose(key: string) {
    await desk.act(() => this.open(key))
  }

  /** Goes to an item's row: opens what is above it. */
  async goTo(key: string) {
    await desk.act(async () => {
      this.tab = 'titles'
      this.filter = ''
      const item = await this.open(key)
      for (const crumb of item?.path ?? []) {
        const depth = ['programme', 'season', 'episode'].indexOf(crumb.key.slice(0, crumb.key.indexOf(':')))
        if (depth >= this.depth) this.toggled.add(crumb.key)
        else this.toggled.delete(crumb.key)
      }
      await this.look(key)
      if (this.view?.found !== null && this.view?.found !== undefined) this.at = this.view.found
    })
  }

  /** Does an edit; quietly, since its cell shows it. Whether it was done. */
  edit(edit: CatalogueEdit): Promise<boolean> {
    return desk.save(async () => {
      await answer(commands.catalogueEdit(edit, words.tag))
      await desk.reload()
    })
  }

  /** Does an edit and says what it did. */
  tell(edit: CatalogueEdit): Promise<boolean> {
    return desk.edit(() => answer(commands.catalogueEdit(edit, words.tag)))
  }

  set(key: string, field: string, value: string, language: string | null = null) {
    return this.edit({ fields: [{ key, field, language, value }] })
  }

  setAll(keys: string[], field: string, value: string) {
    const edits: FieldEdit[] = keys.map((key) => ({ key, field, language: null, value }))
    return this.tell({ fields: edits })
  }

  /** What an edit would break and mend. */
  try(edit: CatalogueEdit): Promise<Effects> {
    return answer(commands.catalogueTry(edit, words.tag))
  }

  /** Asks before something goes, showing what hangs on it. */
  remove(keys: string[], what: string | number) {
    this.removal = { what, alone: { remove: keys }, withAll: { remove_with_all: keys } }
    desk.dialog = 'remove'
  }

  removeLicence(id: string) {
    this.removal = { what: id, alone: { licence_lost: id }, withAll: null }
    desk.dialog = 'remove'
  }

  licence(form: LicenceForm) {
    this.form = form
    desk.dialog = 'licence'
  }

  /** A licence for an item, to be filled in. */
  newLicence(programme: string, season: string | null) {
    const year = desk.date.slice(0, 4)
    this.licence({
      id: '', is_new: true, programme, season, channels: [], languages: [], from: `${year}-01-01`, until: `${year}-12-31`, max_runs: 2, shared: false, rerun_hours: 24, min_gap_hours: null,
    })
  }
}

export const catalogue = new Catalogue()
