// What libraries of npm do for benches/peers.py, which lays this beside them: node peers.mjs TASK IN OUT.
import { readFileSync, writeFileSync } from 'node:fs'

const [task, source, out] = process.argv.slice(2)

/** The airings of Arna's table. */
function rows() {
  const lines = readFileSync(source, 'utf8').replace(/^\uFEFF/, '').split(/\r?\n/).filter(Boolean)
  const delimiter = lines[0].includes(';') ? ';' : ','
  return lines.slice(1).map((line) => line.split(delimiter))
}

const seconds = (text) => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)

/** Start and end of a row, as instants. */
function instants(row) {
  const start = Date.parse(`${row[0]}T00:00:00${row[4].slice(3)}`) + 1000 * seconds(row[1])
  return [new Date(start), new Date(start + 1000 * seconds(row[2]))]
}

const tasks = {
  async 'xmltv-write'() {
    const { writeXmltv } = await import('@iptv/xmltv')
    const programmes = rows().map((row) => {
      const [start, stop] = instants(row)
      return { channel: 'channel', start, stop, title: [{ _value: row[5] || '–' }] }
    })
    writeFileSync(out, writeXmltv({ channels: [{ id: 'channel', displayName: [{ _value: 'channel' }] }], programmes }))
  },
  async 'xmltv-read'() {
    const { parseXmltv } = await import('@iptv/xmltv')
    writeFileSync(out, String(parseXmltv(readFileSync(source, 'utf8')).programmes.length))
  },
  async xlsx() {
    const { default: Excel } = await import('exceljs')
    const book = new Excel.stream.xlsx.WorkbookWriter({ filename: out })
    const sheet = book.addWorksheet('list')
    for (const row of rows()) sheet.addRow(row).commit()
    await book.commit()
  },
}

await tasks[task]()
