// What the fields of records are called: the document's names in the words of the window.

import type { FieldPart } from '../../lib/core'
import type { Values } from '../../lib/words.svelte'

/** What words call otherwise than documents do. */
const CALLED: Record<string, string> = { tz: 'zone', duration_ms: 'duration', latitude_udeg: 'latitude', longitude_udeg: 'longitude' }
/** One of a list. */
const ONE: Record<string, string> = { seasons: 'season', episodes: 'episode', versions: 'version', quotas: 'quota', files: 'file' }
/** Names that are the same in every language. */
const NAMES: Record<string, string> = { bxf: 'BXF', tva: 'TV-Anytime', 'dvb-i': 'DVB-I', ffplayout: 'ffplayout', m3u: 'M3U', sftp: 'SFTP' }
/** Fields that say yes or no. */
const SAY_SO = ['shared', 'repeat']

type Say = (id: string, values?: Values) => string

/** The message of a field's name; none where the name is one in every language. */
export const wordOf = (name: string): string | undefined => (name in NAMES ? undefined : `field-${CALLED[name] ?? name}`)

function partName({ name, item, language }: FieldPart, say: Say): string {
  const word = wordOf(item === null ? name : (ONE[name] ?? name))
  const text = word ? say(word) : (NAMES[name] ?? name)
  return [text, item, language && `(${language})`].filter(Boolean).join(' ')
}

/** “Season 3 › Episode 1 › Title (kk)”. */
export const fieldName = (way: FieldPart[], say: Say): string => way.map((part) => partName(part, say)).join(' › ')

/** What a side says of a field: of a record as a whole, whether it is there. */
export function fieldValue(way: FieldPart[], text: string | null, say: Say): string {
  if (text === null) return say('shared-gone')
  const last = way.at(-1)
  if (!last) return say('shared-there')
  if (SAY_SO.includes(last.name) && (text === 'true' || text === 'false')) return say(text === 'true' ? 'shared-yes' : 'shared-no')
  return text
}
