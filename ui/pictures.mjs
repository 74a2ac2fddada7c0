// Takes the pictures of docs/pictures anew: the sample's screens, in Chromium with the real core behind it.
//
//   make pictures                                     all of them
//   node ui/pictures.mjs FOLDER week catalogue-kk     some, by how their names begin, into another folder

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { PICTURES, take } from './e2e/desk/screens.mjs'

const to = process.argv[2] ?? join(import.meta.dirname, '../docs/pictures')
const only = process.argv.slice(3)
mkdirSync(to, { recursive: true })
for (const picture of PICTURES) {
  const [name] = picture
  if (only.length === 0 || only.some((one) => name.startsWith(one))) writeFileSync(join(to, `${name}.png`), await take(picture))
}
