import { readFile } from 'node:fs/promises'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Report } from './report.ts'

export interface YamlFile {
  file: string
  value: unknown
  /** The line that a value starts on, found by the way to it: `lineOf([3, 'options'])`. */
  lineOf: (path: (string | number)[]) => number
}

/** Reads a YAML file with the lines of its values. What does not parse is reported, and read as null. */
export async function readYaml(file: string, report: Report): Promise<YamlFile> {
  return parseYaml(await readFile(file, 'utf8'), file, 0, report)
}

/** The same for YAML inside another file, `offset` lines into it. */
export function parseYaml(text: string, file: string, offset: number, report: Report): YamlFile {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const line = (position: number) => counter.linePos(position).line + offset
  for (const error of document.errors) report.add(file, line(error.pos[0]), `This is not YAML: ${error.message.split('\n')[0] ?? ''}`)
  const lineOf = (path: (string | number)[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) return line(Number(node.range[0]))
    }
    return 1 + offset
  }
  return { file, value: document.errors.length > 0 ? null : document.toJS(), lineOf }
}

/** What a schema makes of a YAML file; null when it is not of that shape, and then every fault is reported with its line. */
export function parsed<T extends z.ZodType>(schema: T, { file, value, lineOf }: YamlFile, report: Report): z.output<T> | null {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  for (const { path, message } of result.error.issues) {
    const steps = path.map((step) => (typeof step === 'number' ? step : String(step)))
    report.add(file, lineOf(steps), steps.length > 0 ? `${steps.join('.')}: ${message}` : message)
  }
  return null
}
