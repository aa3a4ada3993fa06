import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Command, CommandKind, CommandRows, Verdict } from '#domain/command.ts'
import { isUndoable } from '#domain/command.ts'
import type { Standing } from '#domain/person.ts'
import { standingWords } from '#domain/words.ts'
import { cutPage, pageSize, readCursor } from '../page.ts'
import type { Reach } from '../policy.ts'
import { inParts } from './imports.ts'
import type { Db, Tx } from './database.ts'
import { peopleNamed } from './people.ts'
import type { CommandTable } from './together-tables.ts'
import { within } from './reach.ts'

type StoredCommand = Omit<CommandTable, 'version'> & { version: number }

export interface NewRow {
  personId: string
  outcome: Verdict['outcome']
  why: string | null
  before: object | null
  after: object | null
}

const asJson = (value: object | null) => value && JSON.stringify(value)

export async function addCommand(
  tx: Tx,
  { by, kind, says, missing, at }: { by: string; kind: CommandKind; says: object; missing: number; at: string },
  rows: readonly NewRow[],
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('command')
    .values({ id, by_person_id: by, kind, says: JSON.stringify(says), missing, at, undone_at: null, undone_by_person_id: null })
    .execute()
  for await (const some of inParts(rows))
    await tx
      .insertInto('command_row')
      .values(
        some.map(({ personId, outcome, why, before, after }) => ({
          command_id: id,
          person_id: personId,
          outcome,
          why,
          before: asJson(before),
          after: asJson(after),
          undone: null,
          undone_why: null,
        })),
      )
      .execute()
  return id
}

/** The rows of commands whose people lie within reach. */
const rowsWithin = (db: Db, reach: Reach) => within(db.selectFrom('person'), reach).innerJoin('command_row', 'command_row.person_id', 'person.id')

/** The command, where somebody of it lies within reach or the asker gave it. */
export async function findCommand(db: Db, id: string, reach: Reach): Promise<StoredCommand | undefined> {
  const command = await db.selectFrom('command').selectAll().where('id', '=', id).executeTakeFirst()
  if (!command || command.by_person_id === reach.own) return command
  const some = await rowsWithin(db, reach).select('person.id').where('command_row.command_id', '=', id).limit(1).executeTakeFirst()
  return some && command
}

/** A page of the commands of the people within reach, the newest first. */
export async function listCommands(db: Db, reach: Reach, asked: { after?: string | undefined; before?: string | undefined }) {
  const backwards = asked.before !== undefined
  const place = readCursor(asked.before ?? asked.after, 1)
  let query = db.selectFrom('command').selectAll('command')
  if (!reach.any)
    query = query.where((eb) =>
      eb.or([
        eb('command.by_person_id', '=', reach.own),
        eb('command.id', 'in', rowsWithin(db, reach).select('command_row.command_id').$castTo<{ command_id: string }>()),
      ]),
    )
  if (place) query = query.where('command.id', backwards ? '>' : '<', place[0] ?? '')
  const rows = await query
    .orderBy('command.id', backwards ? 'asc' : 'desc')
    .limit(pageSize + 1)
    .execute()
  const page = cutPage(rows, place ? asked : {}, ({ id }) => [id])
  return { commands: await inView(db, page.rows, reach), previous: page.previous, next: page.next }
}

/** Commands as somebody sees them: of the people within their reach alone. */
export async function inView(db: Db, commands: readonly StoredCommand[], reach: Reach): Promise<Command[]> {
  if (commands.length === 0) return []
  const counts = await rowsWithin(db, reach)
    .select((eb) => ['command_row.command_id as id', 'outcome', 'undone', eb.cast<number>(eb.fn.countAll(), 'integer').as('people')])
    .where(
      'command_row.command_id',
      'in',
      commands.map(({ id }) => id),
    )
    .groupBy(['command_row.command_id', 'outcome', 'undone'])
    .execute()
  // Nobody changes their own status, also not back.
  const own = await rowsWithin(db, reach)
    .select('command_row.command_id as id')
    .where('person.id', '=', reach.own)
    .where('outcome', '=', 'done')
    .where('undone', 'is', null)
    .execute()
  const isOwn = new Set(own.map(({ id }) => id))
  const names = await peopleNamed(
    db,
    commands.flatMap((command) => [command.by_person_id, command.undone_by_person_id]),
  )
  return commands.map((command) => {
    const of = counts.filter(({ id }) => id === command.id)
    const sum = (which: (one: (typeof of)[number]) => boolean) => of.filter(which).reduce((total, { people }) => total + people, 0)
    const kind = command.kind as CommandKind
    const undoable = isUndoable(kind)
    return {
      id: command.id,
      version: command.version,
      kind,
      at: command.at,
      by: { personId: command.by_person_id, name: names.get(command.by_person_id) ?? '' },
      says: { to: null, reason: null, until: null, words: null, tag: null, ...(JSON.parse(command.says) as Partial<Command['says']>) },
      done: sum(({ outcome }) => outcome === 'done'),
      refused: sum(({ outcome }) => outcome === 'refused'),
      unchanged: sum(({ outcome }) => outcome === 'unchanged'),
      missing: command.by_person_id === reach.own ? command.missing : 0,
      undone: sum(({ undone }) => undone === 'undone'),
      left: sum(({ undone }) => undone === 'left'),
      remaining: undoable
        ? sum(({ outcome, undone }) => outcome === 'done' && undone === null) - (kind === 'status' && isOwn.has(command.id) ? 1 : 0)
        : 0,
      undoable,
      undoneLast:
        command.undone_at && command.undone_by_person_id ? { at: command.undone_at, by: names.get(command.undone_by_person_id) ?? '' } : null,
    }
  })
}

interface RowsAsked {
  show?: 'done' | 'refused' | 'unchanged' | 'left' | undefined
  after?: string | undefined
  before?: string | undefined
}

/** A page of the people of a command within reach, by name. */
export async function commandRows(db: Db, command: StoredCommand, reach: Reach, { show, ...asked }: RowsAsked): Promise<CommandRows> {
  const backwards = asked.before !== undefined
  const place = readCursor(asked.before ?? asked.after, 2)
  const order = backwards ? 'desc' : 'asc'
  let query = rowsWithin(db, reach)
    .select(['person.id', 'person.name', 'person.name_key', 'outcome', 'why', 'before', 'after', 'undone', 'undone_why'])
    .where('command_row.command_id', '=', command.id)
  if (show === 'left') query = query.where('undone', '=', 'left')
  else if (show) query = query.where('outcome', '=', show)
  if (place) query = query.where(sql<boolean>`(person.name_key, person.id) ${sql.raw(backwards ? '<' : '>')} (${place[0]}, ${place[1]})`)
  const rows = await query
    .orderBy('person.name_key', order)
    .orderBy('person.id', order)
    .limit(pageSize + 1)
    .execute()
  const page = cutPage(rows, place ? asked : {}, ({ name_key, id }) => [name_key, id])
  return {
    rows: page.rows.map((row) => ({
      personId: row.id,
      name: row.name,
      outcome: row.outcome as Verdict['outcome'],
      why: row.why,
      before: inWords(row.before),
      after: inWords(row.after),
      undone: row.undone as 'undone' | 'left' | null,
      undoneWhy: row.undone_why,
    })),
    previous: page.previous,
    next: page.next,
  }
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** What a person had or was given, where the page has something to say of it. */
function inWords(stored: string | null): string | null {
  if (stored === null) return null
  const { standing, until } = JSON.parse(stored) as { standing?: Standing; until?: string | null }
  if (!standing) return null
  return until ? `${standingWords[standing]} until ${day.format(new Date(`${until}T00:00:00Z`))}` : standingWords[standing]
}

/** The next people of a command, in the order of their ids, to whom it was done and with whom nothing was decided since; within reach alone. */
export const rowsToUndo = (db: Db, commandId: string, reach: Reach, after: string, most: number) =>
  rowsWithin(db, reach)
    .select(['person.id', 'before', 'after'])
    .where('command_row.command_id', '=', commandId)
    .where('command_row.person_id', '>', after)
    .where('outcome', '=', 'done')
    .where('undone', 'is', null)
    .orderBy('command_row.person_id')
    .limit(most)
    .execute()

export async function noteUndone(tx: Tx, commandId: string, personId: string, undone: 'undone' | 'left', why: string | null): Promise<void> {
  await tx.updateTable('command_row').set({ undone, undone_why: why }).where('command_id', '=', commandId).where('person_id', '=', personId).execute()
}

/** @returns whether nobody undid any of it since it was read. */
export async function claimUndo(tx: Tx, { id, version }: StoredCommand, at: string, by: string): Promise<boolean> {
  const claimed = await tx
    .updateTable('command')
    .set((eb) => ({ undone_at: at, undone_by_person_id: by, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return claimed !== undefined
}
