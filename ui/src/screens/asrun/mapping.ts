// A mapping's document (arna-asrun/1) as it is edited by hand. What it may say is the core's to check: docs/ASRUN.md.

/** A column: its head, its number from 1, or its first and last character from 1. */
export type Column = string | number | [number, number]

export interface MappingDocument {
  format: 'arna-asrun/1'
  about?: string
  rows: { delimited: { delimiter: string; quote?: string; heads?: boolean } } | { fixed: Record<string, never> } | { bxf: Record<string, never> }
  encoding?: string
  skip_lines?: number
  head?: { begins: string; date?: string; encoding?: string; pivot?: string; channel?: string }
  columns?: Partial<Record<Field, Column>>
  date: { from: string; form?: string; is?: string; pivot?: string }
  zone?: string
  channels?: Record<string, string[]>
  times?: { form?: string; rate?: string }
  lengths?: { form?: string; rate?: string }
  ends?: string
  lengths_short_by_ms?: number
  status?: { aired: string[]; not_aired?: string[] }
  ignore?: { column: Column; is?: string[]; begins?: string[] }[]
  parts_within_s?: number
}

export const FIELDS = ['date', 'start', 'end', 'duration', 'house_number', 'title', 'episode', 'channel', 'status'] as const
export type Field = (typeof FIELDS)[number]
export const KINDS = ['delimited', 'fixed', 'bxf'] as const
export type RowKind = (typeof KINDS)[number]
export const DELIMITERS = [',', ';', '\t', '|']
export const ENCODINGS = ['', 'utf-8', 'utf-16le', 'windows-1251', 'gb18030', 'koi8-r', 'ibm866']
export const DATE_FROM = ['column', 'start', 'head', 'file_name', 'asked'] as const
export const TIME_FORMS = ['clock', 'frames', 'digits', 'digit_frames', 'seconds', 'milliseconds'] as const

export const kindOf = (document: MappingDocument): RowKind => KINDS.find((kind) => kind in document.rows) ?? 'delimited'

export const hasFrames = (form: string | undefined): boolean => form === 'frames' || form === 'digit_frames'

/** A column as one writes it: `Title`, `4`, `28-67`. */
export function columnText(column: Column | undefined): string {
  if (column === undefined) return ''
  return Array.isArray(column) ? column.join('-') : String(column)
}

/** The column of what one wrote; none where nothing is. */
export function columnOf(text: string, kind: RowKind, heads: boolean): Column | undefined {
  const found = text.trim()
  if (found === '') return undefined
  const span = /^(\d+)\s*[-–]\s*(\d+)$/.exec(found)
  if (kind === 'fixed' && span) return [Number(span[1]), Number(span[2])]
  return !heads && kind !== 'bxf' && /^\d+$/.test(found) ? Number(found) : found
}

/** Words as one writes them, between commas; an empty cell is `""`. */
export const wordsText = (words: string[] | undefined): string => (words ?? []).map((word) => (word === '' ? '""' : word)).join(', ')

export function wordsOf(text: string): string[] {
  const parts = text.split(',').map((word) => word.trim()).filter((word) => word !== '')
  return parts.map((word) => (word === '""' ? '' : word))
}

/** The document without what says nothing. */
export function tidy(document: MappingDocument): MappingDocument {
  const said = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(said)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).filter(([, own]) => own !== undefined && own !== null).map(([name, own]) => [name, said(own)]))
  }
  return said(document) as MappingDocument
}

/** What of a mapping tells how lines fall into cells: enough to look at a log while the rest is not said yet. */
export function bare({ format, rows, encoding, skip_lines, head }: MappingDocument): MappingDocument {
  const any: Column = 'fixed' in rows ? [1, 1] : 1
  return tidy({ format, rows, encoding, skip_lines, head, columns: 'bxf' in rows ? undefined : { start: any, title: any }, date: { from: 'bxf' in rows ? 'column' : 'asked' } })
}

const KEPT = 'arna.asrun.mappings'
/** Channels that are remembered. */
const MOST = 400

export interface Kept {
  name: string
  document: string
}

function kept(store: Pick<Storage, 'getItem'>): [string, Kept][] {
  try {
    const read: unknown = JSON.parse(store.getItem(KEPT) ?? '[]')
    return Array.isArray(read) ? (read as [string, Kept][]) : []
  } catch {
    return []
  }
}

/** The mapping that a channel's logs were read with last. */
export function recalled(channel: string, store: Pick<Storage, 'getItem'>): Kept | undefined {
  return kept(store).find(([own]) => own === channel)?.[1]
}

/** Every mapping remembered that does not come with the program, once each by name. */
export function own(store: Pick<Storage, 'getItem'>, shipped: string[]): Kept[] {
  const found = new Map(kept(store).map(([, one]) => [one.name, one]))
  return [...found.values()].filter((one) => !shipped.includes(one.name))
}

export function remember(channel: string, mapping: Kept, store: Pick<Storage, 'getItem' | 'setItem'>) {
  const others = kept(store).filter(([one]) => one !== channel)
  store.setItem(KEPT, JSON.stringify([[channel, mapping], ...others].slice(0, MOST)))
}
