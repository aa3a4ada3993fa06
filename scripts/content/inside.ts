import { z } from 'zod'
import type { Block, Inline, Prose } from '#domain/module.ts'
import { parsed, type YamlFile } from './read-yaml.ts'
import type { Report } from './report.ts'

/** Where a fenced block stands, and what it needs to be compiled. */
export interface Inside {
  yaml: YamlFile
  report: Report
  nextId: () => string
  /** One paragraph of Markdown out of the block. `path` leads to it, for the line of a fault. */
  inline: (text: string, path: (string | number)[]) => Inline[]
  /** Paragraphs and lists out of the block. */
  prose: (text: string, path: (string | number)[]) => Prose[]
  /** The text of a file that a lesson may show, by its name; undefined when there is none. */
  shown: (file: string) => string | undefined
}

export type Kind = (at: Inside) => Block | null

/** A kind of fenced block: the YAML it is written in, and the block that makes of it. What has another shape is reported, and is no block. */
export const kind =
  <T extends z.ZodType>(shape: T, make: (given: z.output<T>, at: Inside) => Block | null): Kind =>
  (at) => {
    const given = parsed(shape, at.yaml, at.report)
    return given === null ? null : make(given, at)
  }

/** Words that a control shows as they are, on one line: a citation or stress in them would be seen as signs. */
export const plain = (what: string) =>
  z
    .string(`Write ${what}`)
    .trim()
    .min(1, `Write ${what}`)
    .refine((text) => !/\n\s*\n/.test(text), 'One paragraph: put what leads up to it before the block')
    .refine((text) => !/\*\*|\[S\d|\]\(/.test(text), 'These words are shown as they are: no stress, links or citations in them')
    .transform((text) => text.replace(/\s+/g, ' '))

export const markdown = (what: string) => z.string(`Write ${what}`).trim().min(1, `Write ${what}`)

/** The letter that names an option by its place. */
export const letter = (place: number) => 'abcdefghijklmn'.charAt(place)
