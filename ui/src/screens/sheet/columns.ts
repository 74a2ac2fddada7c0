// What is remembered of a spreadsheet's layout: the same heads mean the same another time.

import type { SheetColumn } from '../../lib/core'

const KEPT = 'arna.sheet.columns'
/** Layouts that are remembered. */
const MOST = 40

type Meaning = Record<string, { field: string; language: string }>

const name = (columns: SheetColumn[]) => columns.map((one) => one.head.trim().toLocaleLowerCase()).join('\u0001')

function kept(store: Pick<Storage, 'getItem'>): [string, Meaning][] {
  try {
    const read: unknown = JSON.parse(store.getItem(KEPT) ?? '[]')
    return Array.isArray(read) ? (read as [string, Meaning][]) : []
  } catch {
    return []
  }
}

/** The columns as a person gave them their meaning before; as proposed where nobody did. */
export function recalled(columns: SheetColumn[], store: Pick<Storage, 'getItem'>): SheetColumn[] {
  const own = kept(store).find(([heads]) => heads === name(columns))?.[1]
  return own ? columns.map((one) => ({ ...one, ...(own[one.at] ?? { field: '', language: '' }) })) : columns
}

/** Remembers what columns mean. */
export function remember(columns: SheetColumn[], store: Pick<Storage, 'getItem' | 'setItem'>) {
  const meaning: Meaning = Object.fromEntries(columns.map((one) => [one.at, { field: one.field, language: one.language }]))
  const others = kept(store).filter(([heads]) => heads !== name(columns))
  store.setItem(KEPT, JSON.stringify([[name(columns), meaning], ...others].slice(0, MOST)))
}
