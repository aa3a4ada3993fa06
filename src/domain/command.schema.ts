import { z } from '@hono/zod-openapi'
import { ReadWarning } from './names-warning.schema.ts'
import { orNull } from './or-null.schema.ts'
import { Id, Moment, Standing } from './person.schema.ts'
import { RosterFilters } from './roster.schema.ts'
import { StandingMove } from './standing.schema.ts'
import { TagWords } from './tag.schema.ts'

/** What can be done to several people together. */
export const CommandKind = z.enum(['status', 'message', 'confirm', 'tag', 'untag']).openapi('CommandKind')

/** What became of a person in a command: done, refused for a reason, or as it was asked to be already. */
const CommandOutcome = z.enum(['done', 'refused', 'unchanged']).openapi('CommandOutcome')

/** So many people at most are changed together. */
export const mostTogether = 1000

const people = z
  .array(Id)
  .min(1, 'Choose at least one person')
  .max(mostTogether, `Choose ${mostTogether.toLocaleString('en-GB')} people or fewer`)

/** Who is meant: these people, or everybody whom filters of the roster show. `total` is how many the asker was told that they are. */
export const Chosen = z
  .union([
    z.strictObject({ people }),
    z.strictObject({
      filters: RosterFilters.omit({ after: true, before: true, sort: true }),
      total: z
        .number()
        .int()
        .min(1)
        .max(mostTogether, `Filter the list down to ${mostTogether.toLocaleString('en-GB')} people or fewer`),
    }),
  ])
  .openapi('Chosen')

const Words = z.string().trim().min(10, 'Write at least a sentence').max(2000, 'Use 2,000 characters or fewer')

/** What is to be done, to whom. */
export const CommandGiven = z
  .discriminatedUnion('kind', [
    StandingMove.extend({ kind: z.literal('status'), chosen: Chosen }),
    z.strictObject({ kind: z.literal('message'), chosen: Chosen, words: Words, readWarning: ReadWarning }),
    z.strictObject({ kind: z.literal('confirm'), chosen: Chosen }),
    z.strictObject({ kind: z.literal('tag'), chosen: Chosen, tag: TagWords, readWarning: ReadWarning }),
    z.strictObject({ kind: z.literal('untag'), chosen: Chosen, tag: TagWords }),
  ])
  .openapi('CommandGiven')

const Counted = z.strictObject({ why: z.string(), people: z.number().int() })

/** What a command would come to if it were given now: how many people it would be done to, and how many not and why. */
export const CommandPreview = z
  .strictObject({
    people: z.number().int(),
    done: z.number().int(),
    refused: z.array(Counted),
    unchanged: z.array(Counted),
    missing: z.number().int(),
  })
  .openapi('CommandPreview')

/** What was asked, as it was given; null is what a command of that kind does not have. */
const CommandSays = z
  .strictObject({
    to: orNull(Standing),
    reason: z.string().nullable(),
    until: z.iso.date().nullable(),
    words: z.string().nullable(),
    tag: z.string().nullable(),
  })
  .openapi('CommandSays')

/**
 * A command that was given. `missing` are people who were named and were not there. Of the rest `undone` were given back what they had, `left` were left
 * alone because they were changed since, and `remaining` can be undone by whoever asks.
 */
export const Command = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    kind: CommandKind,
    at: Moment,
    by: z.strictObject({ personId: Id, name: z.string() }),
    says: CommandSays,
    done: z.number().int(),
    refused: z.number().int(),
    unchanged: z.number().int(),
    missing: z.number().int(),
    undone: z.number().int(),
    left: z.number().int(),
    remaining: z.number().int(),
    undoable: z.boolean(),
    undoneLast: z.strictObject({ at: Moment, by: z.string() }).nullable(),
  })
  .openapi('Command')

export const Commands = z
  .strictObject({ commands: z.array(Command), previous: z.string().nullable(), next: z.string().nullable() })
  .openapi('Commands')

export const CommandsAsked = z.strictObject({ after: z.string().max(400).optional(), before: z.string().max(400).optional() })

/** A person in a command. `before` and `after` are in words; `undone` says what undoing came to, and `undoneWhy` why somebody was left alone. */
const CommandRow = z
  .strictObject({
    personId: Id,
    name: z.string(),
    outcome: CommandOutcome,
    why: z.string().nullable(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    undone: z.enum(['undone', 'left']).nullable(),
    undoneWhy: z.string().nullable(),
  })
  .openapi('CommandRow')

export const CommandRows = z
  .strictObject({ rows: z.array(CommandRow), previous: z.string().nullable(), next: z.string().nullable() })
  .openapi('CommandRows')

export const CommandRowsAsked = CommandsAsked.extend({ show: z.enum(['done', 'refused', 'unchanged', 'left']).optional() })

/** A file of the people who are chosen; `contact` adds what is needed to import it again. */
export const ChosenFile = z.strictObject({ chosen: Chosen, kind: z.enum(['csv', 'xlsx']), contact: z.boolean() }).openapi('ChosenFile')
