// Which rows of a long list are on screen, which are asked for, and where the keys lead. Nothing here decides about the catalogue.

/** The height of a row, in pixels. */
export const ROW = 30
/** Rows asked for above and below what is on screen. */
const MARGIN = 40

export interface Span {
  offset: number
  count: number
}

/** The rows on screen. */
export function onScreen(top: number, height: number, total: number): Span {
  const offset = Math.max(0, Math.min(Math.floor(top / ROW), Math.max(0, total - 1)))
  return { offset, count: Math.min(Math.ceil(height / ROW) + 1, Math.max(0, total - offset)) }
}

/** The rows to ask for so that those on screen are there with some to spare. */
export function around(seen: Span): Span {
  const offset = Math.max(0, seen.offset - MARGIN)
  return { offset, count: seen.count + (seen.offset - offset) + MARGIN }
}

/** Whether rows that are there cover those on screen. */
export function covers(there: Span, seen: Span): boolean {
  return there.offset <= seen.offset && there.offset + there.count >= seen.offset + seen.count
}

/** How far the window must scroll for a row to be seen. */
export function scrolledTo(at: number, top: number, height: number): number {
  if (at * ROW < top) return at * ROW
  if ((at + 1) * ROW > top + height) return (at + 1) * ROW - height
  return top
}

/** Columns of the tree, in order: how narrow each may be, its part of the room that is left, and the fields that its cells edit, by the row's noun. */
export interface ColumnOf {
  id: string
  /** What its head says in whole, where that is short in a language. */
  whole?: string[]
  least: number
  part: number
  fields: Partial<Record<string, string>>
}

export const COLUMNS: ColumnOf[] = [
  { id: 'title', least: 200, part: 5, fields: { programme: 'title', season: 'title', episode: 'title' } },
  { id: 'kind', least: 121, part: 1, fields: { programme: 'kind', episode: 'rating' } },
  { id: 'languages', least: 134, part: 1, fields: {} },
  { id: 'duration', whole: ['field-duration'], least: 70, part: 0, fields: { episode: 'duration', version: 'duration' } },
  { id: 'house', whole: ['field-house_number'], least: 93, part: 1, fields: { version: 'house_number' } },
  { id: 'media', least: 46, part: 0, fields: {} },
  { id: 'runs', least: 73, part: 0, fields: {} },
  { id: 'airs', whole: ['next-airing', 'last-airing'], least: 134, part: 3, fields: {} },
  { id: 'airings', least: 63, part: 0, fields: {} },
]

/** The columns as a grid lays them out, and how narrow they may be together. */
export const TEMPLATE = COLUMNS.map((one) => (one.part === 0 ? `${one.least}px` : `minmax(${one.least}px, ${one.part}fr)`)).join(' ')
export const LEAST = COLUMNS.reduce((sum, one) => sum + one.least, 0)

/** The field that a cell edits; none where it shows what follows from others. */
export function fieldOf(column: number, noun: string): string | undefined {
  return COLUMNS[column]?.fields[noun]
}

/** The next cell of a row that can be edited, in a direction; none where the row has no other. */
export function nextEditable(column: number, noun: string, step: 1 | -1): number | undefined {
  for (let at = column + step; at >= 0 && at < COLUMNS.length; at += step) if (fieldOf(at, noun)) return at
  return undefined
}

/** Fields that many rows may get at once, with the nouns that have them. */
export const BULK: Record<string, string[]> = {
  rating: ['episode'],
  duration: ['episode', 'version'],
  kind: ['programme'],
  order: ['programme'],
  tags: ['programme'],
  max_per_day: ['programme'],
}

/** Those of some rows that have a field. */
export function having(field: string, keys: Iterable<string>): string[] {
  const nouns = BULK[field] ?? []
  return [...keys].filter((key) => nouns.includes(key.slice(0, key.indexOf(':'))))
}
