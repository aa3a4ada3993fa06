import type { CommandGiven, CommandPreview } from '#domain/command.ts'
import type { Person } from '#domain/person.ts'
import { answerAsk } from '../answer-ask.ts'
import { stillRightMail } from '../membership-mails.ts'
import { accountForAll, type Doer, type Entry } from '../repository/audit.ts'
import { account } from '../repository/audit.ts'
import { addCommand, type NewRow } from '../repository/commands.ts'
import type { Tx } from '../repository/database.ts'
import { inParts } from '../repository/imports.ts'
import { queueMails } from '../repository/mail.ts'
import { findPerson, holdPerson } from '../repository/people.ts'
import { writeStanding } from '../repository/standings.ts'
import { addTag, removeTag } from '../repository/tags.ts'
import { moveAllInTally } from '../repository/tally.ts'
import { notFound } from '../problem.ts'
import { messageMail } from './message-mail.ts'
import { judge, type Judged } from './judge.ts'

/** How many people a command would be done to, and how many not, by reason: the most first. */
export function previewOf(judged: readonly Judged[], missing: number): CommandPreview {
  const because = (outcome: 'refused' | 'unchanged') => {
    const reasons = judged.flatMap(({ verdict }) => (verdict.outcome === outcome ? [verdict.why] : []))
    const counted = [...Map.groupBy(reasons, (why) => why)].map(([why, all]) => ({ why, people: all.length }))
    return counted.toSorted((one, other) => other.people - one.people)
  }
  const done = judged.filter(({ verdict }) => verdict.outcome === 'done').length
  return { people: judged.length, done, refused: because('refused'), unchanged: because('unchanged'), missing }
}

/**
 * Gives a command to people, in the caller's transaction, and keeps what became of each with what they had before.
 * @param people those within reach, in the order of their ids.
 * @returns the id of the command.
 */
export async function giveCommand(tx: Tx, given: CommandGiven, people: readonly Person[], missing: number, doer: Doer): Promise<string> {
  if (!doer.personId) throw notFound()
  const now: Person[] = []
  for (const { id } of people) {
    // Of two who change somebody at once the second sees the first.
    await holdPerson(tx, id)
    const person = await findPerson(tx, id)
    if (person) now.push(person)
  }
  const judged = await judge(tx, given, now, doer.personId)
  const todo = judged.filter(({ verdict }) => verdict.outcome === 'done')
  const kept = await doAll(tx, given, todo, doer)
  const rows: NewRow[] = judged.map(({ person, verdict }) => ({
    personId: person.id,
    outcome: verdict.outcome,
    why: verdict.why,
    before: kept.get(person.id)?.before ?? null,
    after: kept.get(person.id)?.after ?? null,
  }))
  const { chosen: _chosen, kind, ...says } = given
  const id = await addCommand(
    tx,
    { by: doer.personId, kind, says: withoutFlag(says), missing: missing + people.length - now.length, at: doer.at },
    rows,
  )
  await account(tx, doer, {
    action: 'command-given',
    record: 'command',
    recordId: id,
    personId: doer.personId,
    changes: [
      { field: 'kind', from: null, to: kind },
      { field: 'done', from: null, to: todo.length },
    ],
  })
  return id
}

/** That somebody looked at a warning says nothing of the words. */
function withoutFlag(says: object): object {
  const { readWarning: _readWarning, ...kept } = says as { readWarning?: boolean }
  return kept
}

type Kept = Map<string, { before: object | null; after: object | null }>

/** Does it to everybody to whom it can be done. */
function doAll(tx: Tx, given: CommandGiven, todo: readonly Judged[], doer: Doer): Promise<Kept> {
  if (given.kind === 'status') return moveAll(tx, given, todo, doer)
  if (given.kind === 'message') return writeToAll(tx, given.words, todo, doer)
  if (given.kind === 'confirm') return askAll(tx, todo, doer)
  return given.kind === 'tag' ? tagAll(tx, given.tag, todo, doer) : untagAll(tx, todo, doer)
}

async function moveAll(tx: Tx, move: Extract<CommandGiven, { kind: 'status' }>, todo: readonly Judged[], doer: Doer): Promise<Kept> {
  const kept: Kept = new Map()
  const moved: { before: Person; after: Person }[] = []
  for (const { person, standing } of todo) {
    const { after, moveId } = await writeStanding(tx, person, move, doer)
    moved.push({ before: person, after })
    const answered = await answerAsk(tx, person, move, doer)
    kept.set(person.id, { before: { standing: person.standing, ...standing }, after: { standing: move.to, until: move.until, moveId, answered } })
  }
  await moveAllInTally(tx, moved)
  return kept
}

async function writeToAll(tx: Tx, words: string, todo: readonly Judged[], doer: Doer): Promise<Kept> {
  const by = await findPerson(tx, doer.personId ?? '')
  const mails = todo.flatMap(({ to }) => (to ? [messageMail(to, { words, by: { name: by?.name ?? '', email: by?.email ?? null } })] : []))
  for await (const some of inParts(mails)) await queueMails(tx, some, doer.at)
  await accountForEach(tx, doer, todo, { action: 'message-sent', reason: words })
  return new Map()
}

async function askAll(tx: Tx, todo: readonly Judged[], doer: Doer): Promise<Kept> {
  for await (const some of inParts(todo)) {
    await tx
      .insertInto('member')
      .values(some.map(({ person }) => ({ person_id: person.id, specialisms: '[]', languages: '[]', confirm_asked_at: doer.at })))
      .onConflict((oc) => oc.column('person_id').doUpdateSet({ confirm_asked_at: doer.at }))
      .execute()
    await queueMails(
      tx,
      some.flatMap(({ to }) => (to ? [stillRightMail(to)] : [])),
      doer.at,
    )
  }
  await accountForEach(tx, doer, todo, { action: 'membership-confirmation-asked' })
  return new Map()
}

async function accountForEach(tx: Tx, doer: Doer, todo: readonly Judged[], entry: Pick<Entry, 'action' | 'reason'>): Promise<void> {
  const entries = todo.map(({ person }) => ({ ...entry, record: 'person', recordId: person.id, personId: person.id }))
  for await (const some of inParts(entries)) await accountForAll(tx, doer, some)
}

async function tagAll(tx: Tx, tag: string, todo: readonly Judged[], doer: Doer): Promise<Kept> {
  const kept: Kept = new Map()
  for (const { person } of todo) kept.set(person.id, { before: null, after: { tagId: await addTag(tx, person.id, tag, doer) } })
  return kept
}

async function untagAll(tx: Tx, todo: readonly Judged[], doer: Doer): Promise<Kept> {
  const kept: Kept = new Map()
  for (const { person, tag } of todo) {
    if (!tag) continue
    await removeTag(tx, person.id, tag.id, doer)
    kept.set(person.id, { before: { tag: tag.tag, at: tag.at, by: tag.by_person_id }, after: null })
  }
  return kept
}
