import { zipped } from '#api/table-files/zip-writer.ts'

const head = '<?xml version="1.0" encoding="UTF-8"?>'

async function* once(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof text === 'string' ? new TextEncoder().encode(text) : text
}

/** The bytes of an archive of these files. */
export async function anArchive(files: Record<string, string | Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  return gathered(zipped(Object.entries(files).map(([name, text]) => ({ name, content: once(text) }))))
}

export async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return new Uint8Array(await new Blob(all.map((chunk) => new Uint8Array(chunk))).arrayBuffer())
}

interface Workbook {
  /** The inside of `sheetData`. */
  rows: string
  afterRows?: string
  shared?: string
  styles?: string
  workbook?: string
  others?: Record<string, string>
}

/** A workbook as another program might have saved it, from the parts that a test is about. */
export const aWorkbook = ({ rows, afterRows = '', shared = '', styles = '', workbook, others = {} }: Workbook): Promise<Uint8Array<ArrayBuffer>> =>
  anArchive({
    'xl/workbook.xml': workbook ?? `${head}<workbook><sheets><sheet name="People" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships><Relationship Id="rId7" Target="worksheets/first.xml"/></Relationships>`,
    'xl/worksheets/first.xml': `${head}<worksheet><sheetData>${rows}</sheetData>${afterRows}</worksheet>`,
    'xl/sharedStrings.xml': `${head}<sst>${shared}</sst>`,
    'xl/styles.xml': `${head}<styleSheet>${styles}</styleSheet>`,
    ...others,
  })

/** Rows of text cells without a place, as some programs write them. */
export const textRows = (...rows: string[][]): string =>
  rows.map((row) => `<row>${row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`).join('')
