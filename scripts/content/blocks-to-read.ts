import { z } from 'zod'
import { readDrawing } from './drawing.ts'
import { type Kind, kind, markdown, plain } from './inside.ts'
import { recording } from './recording.ts'

const shortestAlt = 20

/** The fenced blocks that are read and looked at. */
export const blocksToRead: Record<string, Kind> = {
  callout: kind(z.strictObject({ title: plain('a title'), text: markdown('the text') }), ({ title, text }, { nextId, prose }) => ({
    kind: 'callout',
    id: nextId(),
    title,
    body: prose(text, ['text']),
  })),

  regime: kind(z.strictObject({ regime: plain('the code of the regime'), text: markdown('the text') }), ({ regime, text }, { nextId, prose }) => ({
    kind: 'regime',
    id: nextId(),
    regime,
    body: prose(text, ['text']),
  })),

  timeline: kind(
    z.strictObject({
      caption: plain('a caption'),
      entries: z.array(z.strictObject({ when: z.union([z.string(), z.number()]).transform(String), what: markdown('what happened') })).min(2),
    }),
    ({ caption, entries }, { nextId, inline }) => ({
      kind: 'timeline',
      id: nextId(),
      caption,
      entries: entries.map(({ when, what }, index) => ({ when, what: inline(what, ['entries', index, 'what']) })),
    }),
  ),

  checklist: kind(
    z.strictObject({ title: plain('a title'), items: z.array(markdown('the item')).min(2, 'A checklist has at least two items') }),
    ({ title, items }, { nextId, inline }) => ({
      kind: 'checklist',
      id: nextId(),
      title,
      items: items.map((item, index) => inline(item, ['items', index])),
    }),
  ),

  figure: kind(
    z.strictObject({
      file: z
        .string('Name the file of the drawing')
        .regex(/^figures\/[a-z0-9-]+\.svg$/, 'A drawing is an SVG in figures/, such as figures/who-decides.svg'),
      alt: plain('what the figure shows, for those who do not see it').refine(
        (alt) => alt.length >= shortestAlt,
        `Say what the figure shows in at least ${shortestAlt} characters`,
      ),
      caption: markdown('a caption'),
    }),
    ({ file, alt, caption }, { nextId, inline, shown, yaml, report }) => {
      const id = nextId()
      const text = shown(file)
      if (text === undefined) report.add(yaml.file, yaml.lineOf(['file']), `There is no ${file} beside the lesson`)
      const drawn = text === undefined ? null : readDrawing(text, yaml.file.replace(/[^/]+$/, file), id, report)
      return drawn && { kind: 'figure', id, drawing: drawn, alt, caption: inline(caption, ['caption']) }
    },
  ),

  recording,

  hard: kind(
    z.strictObject({ note: plain('a note that says what the text speaks of'), text: markdown('the text') }),
    ({ note, text }, { nextId, prose }) => ({
      kind: 'hard',
      id: nextId(),
      note,
      body: prose(text, ['text']),
    }),
  ),
}
