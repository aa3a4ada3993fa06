import { z } from '@hono/zod-openapi'
import { orNull } from './or-null.schema.ts'
import { Id, Moment } from './person.schema.ts'

export const ImportField = z.enum(['name', 'email', 'phone', 'region', 'roles', 'standing', 'joinedOn']).openapi('ImportField')

/** `possible` is a person of the same name and another address: somebody has to say whether it is the same person. */
export const ImportOutcome = z.enum(['unchecked', 'new', 'update', 'same', 'repeat', 'possible', 'error']).openapi('ImportOutcome')

export const ImportState = z.enum(['open', 'committed', 'undone']).openapi('ImportState')

/** Which column of the file, from 0, holds what; null where none does. */
const Columns = z
  .strictObject({
    name: z.number().int().min(0).max(199).nullable(),
    email: z.number().int().min(0).max(199).nullable(),
    phone: z.number().int().min(0).max(199).nullable(),
    region: z.number().int().min(0).max(199).nullable(),
    roles: z.number().int().min(0).max(199).nullable(),
    standing: z.number().int().min(0).max(199).nullable(),
    joinedOn: z.number().int().min(0).max(199).nullable(),
  })
  .openapi('ImportColumns')

/** How a list is to be taken. `standing` is for new people whose row names none; `reason` is asked for where somebody becomes active. */
export const ImportPlan = z
  .strictObject({
    columns: Columns,
    standing: z.enum(['enquirer', 'applicant', 'in-checks', 'in-training', 'supervised', 'active']),
    reason: z.string().trim().max(300, 'Use 300 characters or fewer').nullable(),
    tell: z.boolean(),
  })
  .openapi('ImportPlan')

const Counts = z.strictObject({
  unchecked: z.number().int(),
  new: z.number().int(),
  update: z.number().int(),
  same: z.number().int(),
  repeat: z.number().int(),
  possible: z.number().int(),
  error: z.number().int(),
})

/** A list that somebody is importing, or has imported. `done` says what came of it, once it was imported. */
export const RosterImport = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    state: ImportState,
    fileName: z.string(),
    createdAt: Moment,
    notes: z.array(z.string()),
    headings: z.array(z.string()),
    /** The first cells of each column, so that somebody can tell what it holds. */
    samples: z.array(z.array(z.string())),
    remembered: z.boolean(),
    plan: ImportPlan,
    rows: z.number().int(),
    checked: z.number().int(),
    counts: Counts,
    /** Of those that need somebody to say who they are: how many are still undecided. */
    undecided: z.number().int(),
    /** How many people would be added and changed, as things stand. */
    adds: z.number().int(),
    changes: z.number().int(),
    done: orNull(
      z.strictObject({ at: Moment, added: z.number().int(), changed: z.number().int(), undone: z.number().int(), leftAlone: z.number().int() }),
    ),
  })
  .openapi('RosterImport')

export const RosterImports = z
  .strictObject({ imports: z.array(z.strictObject({ id: Id, state: ImportState, fileName: z.string(), createdAt: Moment, rows: z.number().int() })) })
  .openapi('RosterImports')

const Value = z.string().max(2000)

/** One row of the list, with what would become of it and why. `values` are as they stand in the file, or as they were mended. */
const ImportRow = z
  .strictObject({
    number: z.number().int(),
    line: z.number().int(),
    outcome: ImportOutcome,
    values: z.strictObject({ name: Value, email: Value, phone: Value, region: Value, roles: Value, standing: Value, joinedOn: Value }),
    faults: z.array(z.strictObject({ field: ImportField, detail: z.string() })),
    changes: z.array(z.strictObject({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
    /** Whom the row is, or may be. */
    person: orNull(z.strictObject({ id: Id, name: z.string(), email: z.string().nullable() })),
    /** The line that says the same person already. */
    repeats: z.number().int().nullable(),
    choice: orNull(z.enum(['update', 'new', 'leave'])),
    undone: orNull(z.enum(['undone', 'left'])),
  })
  .openapi('ImportRow')

export const ImportRows = z.strictObject({ rows: z.array(ImportRow), next: z.number().int().nullable() }).openapi('ImportRows')

export const ImportRowsAsked = z.strictObject({
  outcome: ImportOutcome.optional(),
  undone: z.enum(['undone', 'left']).optional(),
  after: z.coerce.number().int().min(0).optional(),
})

/** What somebody mends in a row, or decides of it. A field that is not named stays as it is. */
export const RowMended = z
  .strictObject({
    values: z.strictObject({
      name: Value.optional(),
      email: Value.optional(),
      phone: Value.optional(),
      region: Value.optional(),
      roles: Value.optional(),
      standing: Value.optional(),
      joinedOn: Value.optional(),
    }),
    choice: orNull(z.enum(['update', 'new', 'leave'])),
  })
  .openapi('RowMended')

export const MendedRow = z.strictObject({ row: ImportRow, import: RosterImport }).openapi('MendedRow')
