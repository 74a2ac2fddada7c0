// Makes the guide's pages of docs/GUIDE*.md when the page is built: headings become its contents, pictures travel along.

import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

import { Marked, type Token } from 'marked'
import type { Plugin } from 'vite'

const GUIDE = /\/docs\/GUIDE(\.[a-z]{2})?\.md\?pages$/

export function guide(): Plugin {
  return {
    name: 'guide',
    enforce: 'pre',
    load(id) {
      if (!GUIDE.test(id)) return undefined
      const path = id.replace('?pages', '')
      this.addWatchFile(path)
      const pictures: string[] = []
      const marked = new Marked({
        walkTokens(token: Token) {
          if (token.type !== 'image' || !token.href.startsWith('pictures/')) return
          pictures.push(resolve(dirname(path), token.href))
          token.href = `picture:${pictures.length - 1}`
        },
      })
      const parts = readFileSync(path, 'utf8').split(/^## /m).slice(1)
      const pages = parts.map((part) => {
        const end = part.indexOf('\n')
        return { title: part.slice(0, end).trim(), html: marked.parse(part.slice(end), { async: false }) as string }
      })
      const imports = pictures.map((picture, n) => `import picture${n} from ${JSON.stringify(picture)}`)
      return `${imports.join('\n')}
        const pictures = [${pictures.map((_, n) => `picture${n}`).join(', ')}]
        const pages = ${JSON.stringify(pages)}
        export default pages.map(({ title, html }) => ({ title, html: html.replace(/picture:(\\d+)/g, (_, n) => pictures[n]) }))`
    },
  }
}
