import { type ZipPart, zipped } from './zip-writer.ts'

type Rows = readonly (readonly string[])[]

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

/**
 * A workbook of one sheet, written as it is read. Every cell is text: no program takes one for a formula, a number or a day. The first row is shown in bold
 * and stays in view.
 */
export function xlsxOf(sheet: string, rows: AsyncIterable<Rows>): AsyncGenerator<Uint8Array> {
  const fixed: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    // Format 49 is text, so that what is typed over a cell stays text as well.
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`,
    ],
  ]
  const parts: ZipPart[] = fixed.map(([name, xml]) => ({ name, content: once(head + xml) }))
  return zipped([...parts, { name: 'xl/worksheets/sheet1.xml', content: sheetXml(rows) }])
}

const bytes = (text: string) => new TextEncoder().encode(text)

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield bytes(text)
}

async function* sheetXml(rows: AsyncIterable<Rows>): AsyncGenerator<Uint8Array> {
  yield bytes(
    `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="50" width="28" style="0" customWidth="1"/></cols><sheetData>`,
  )
  let style = 1
  for await (const some of rows) {
    let xml = ''
    for (const row of some) {
      xml += `<row>${row.map((text) => `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`).join('')}</row>`
      style = 0
    }
    yield bytes(xml)
  }
  yield bytes('</sheetData></worksheet>')
}

/** What XML 1.0 cannot hold, with the return that it would change and halves of characters. */
// oxlint-disable-next-line no-control-regex -- these are the very characters that have to be found
const unheld = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Text as XML can hold it: what it cannot is written as `_x0001_`, and what looks like that is written so that it is not taken for it. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_')
    .replace(unheld, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
