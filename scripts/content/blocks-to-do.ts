import { z } from 'zod'
import { type Inside, type Kind, kind, letter, markdown, plain } from './inside.ts'

const after = z.string().optional()
const proseAfter = (text: string | undefined, { prose }: Inside) => (text === undefined ? [] : prose(text, ['after']))

const distinct = (texts: readonly string[]) => new Set(texts.map((text) => text.toLowerCase())).size === texts.length

/** The fenced blocks that ask the reader for something. */
export const blocksToDo: Record<string, Kind> = {
  decide: kind(
    z.strictObject({
      prompt: plain('the dilemma'),
      options: z
        .array(z.strictObject({ text: plain('what one could do'), response: markdown('what can be said for and against it') }))
        .min(2, 'A decision needs at least two options'),
      after,
    }),
    ({ prompt, options, after: more }, at) => ({
      kind: 'decide',
      id: at.nextId(),
      prompt,
      options: options.map(({ text, response }, index) => ({
        id: letter(index),
        text,
        response: at.inline(response, ['options', index, 'response']),
      })),
      after: proseAfter(more, at),
    }),
  ),

  choose: kind(
    z.strictObject({
      prompt: plain('the question'),
      several: z.boolean('Write true when more than one option may be right').default(false),
      options: z
        .array(
          z.strictObject({
            text: plain('the option'),
            right: z.boolean('Write true or false').default(false),
            feedback: markdown('feedback: every option needs it'),
          }),
        )
        .min(2, 'A choice needs at least two options')
        .max(8, 'A choice has at most eight options')
        .refine((options) => distinct(options.map(({ text }) => text)), 'Two options say the same'),
      after,
    }),
    ({ prompt, several, options, after: more }, at) => {
      const right = options.filter((option) => option.right).length
      if (right === 0 || (right > 1 && !several))
        at.report.add(
          at.yaml.file,
          at.yaml.lineOf(['options']),
          several ? 'No option is marked as right' : `Exactly one option is right, not ${right}. Write several: true when more than one may be`,
        )
      return {
        kind: 'choose',
        id: at.nextId(),
        prompt,
        several,
        options: options.map(({ text, right: isRight, feedback }, index) => ({
          id: letter(index),
          text,
          right: isRight,
          feedback: at.inline(feedback, ['options', index, 'feedback']),
        })),
        after: proseAfter(more, at),
      }
    },
  ),

  order: kind(
    z.strictObject({
      prompt: plain('what to put in order'),
      items: z
        .array(z.strictObject({ text: plain('the item'), why: markdown('why it stands here') }))
        .min(3, 'An order has 3 to 14 items')
        .max(14, 'An order has 3 to 14 items')
        .refine((items) => distinct(items.map(({ text }) => text)), 'Two items say the same, so nobody could tell their order'),
      after,
    }),
    ({ prompt, items, after: more }, at) => ({
      kind: 'order',
      id: at.nextId(),
      prompt,
      items: items.map(({ text, why }, index) => ({ id: letter(index), text, why: at.inline(why, ['items', index, 'why']) })),
      after: proseAfter(more, at),
    }),
  ),

  match: kind(
    z.strictObject({
      prompt: plain('what to match'),
      pairs: z
        .array(z.strictObject({ left: plain('the left side'), right: plain('the right side'), why: markdown('why they belong together').optional() }))
        .min(3, 'A match has 3 to 8 pairs')
        .max(8, 'A match has 3 to 8 pairs')
        .refine((pairs) => distinct(pairs.map(({ left }) => left)), 'Two pairs have the same left side')
        .refine((pairs) => distinct(pairs.map(({ right }) => right)), 'Two pairs have the same right side, so a left would belong to both'),
      after,
    }),
    ({ prompt, pairs, after: more }, at) => ({
      kind: 'match',
      id: at.nextId(),
      prompt,
      pairs: pairs.map(({ left, right, why }, index) => ({
        id: letter(index),
        left,
        right,
        why: why === undefined ? [] : at.inline(why, ['pairs', index, 'why']),
      })),
      after: proseAfter(more, at),
    }),
  ),

  reflect: kind(
    z.strictObject({
      prompt: plain('what to reflect on'),
      words: z.number('Write about how many words, as a number').int().min(10).max(2000).optional(),
    }),
    ({ prompt, words }, { nextId }) => ({ kind: 'reflect', id: nextId(), prompt, words: words ?? null }),
  ),
}
