import { v7 as newId } from 'uuid'
import { emailKey } from '#domain/account.ts'
import { dayOf } from '#domain/calendar.ts'
import { nameKey, type Person } from '#domain/person.ts'
import { applied, type ImportedPerson, type ImportPlan, readImportRow } from '#domain/roster-import.ts'
import { answerAsk } from '../answer-ask.ts'
import type { Content, Site } from '../deps.ts'
import { importedMail } from '../mails.ts'
import type { Reach } from '../policy.ts'
import { conflict } from '../problem.ts'
import { account, accountForAll, type Doer } from '../repository/audit.ts'
import type { Tx } from '../repository/database.ts'
import type { ImportRowTable } from '../repository/import-tables.ts'
import { rowsAfter, textsOf } from '../repository/import-rows.ts'
import { type ImportDraft, planOf, saveDraft } from '../repository/imports.ts'
import { addInvitations } from '../repository/links.ts'
import { queueMails } from '../repository/mail.ts'
import { findPerson, saveProfile } from '../repository/people.ts'
import { settingValue } from '../repository/settings.ts'
import { moveStanding, newestMoves, takeOffRoster } from '../repository/standings.ts'
import { countIn } from '../repository/tally.ts'
import { refreshTraining } from '../training-state.ts'
import { checkRows } from './check-rows.ts'

interface Committing {
  content: Content
  site: Site
  now: Date
  reach: Reach
  doer: Doer
  /** Who imports, as the mails say. */
  by: string
}

/** So many rows are added together. */
const rowsAtOnce = 200

const peopleChanged = () =>
  conflict('People in this list were changed since its rows were checked. Check the rows again, then import', ['check-again'])

/**
 * Adds and changes whom the rows of a list name, in the caller's transaction: all of it or nothing. Every row is judged once more as things stand now.
 * @throws Problem 409 when a row would now come to something else than what was shown.
 */
export async function commitImport(tx: Tx, draft: ImportDraft, committing: Committing): Promise<void> {
  let added = 0
  let changed = 0
  for (let after = 0; ;) {
    const shown = await rowsAfter(tx, draft.id, after, rowsAtOnce, ['new', 'update'])
    const last = shown.at(-1)
    if (!last) break
    await checkRows(tx, draft, shown, { reach: committing.reach, personId: committing.doer.personId, today: dayOf(committing.now) })
    const rows = await rowsAfter(tx, draft.id, after, rowsAtOnce, ['new', 'update'])
    const asShown = (row: ImportRowTable, at: number) =>
      row.number === shown[at]?.number && row.outcome === shown[at]?.outcome && row.person_version === shown[at]?.person_version
    if (rows.length !== shown.length || !rows.every(asShown)) throw peopleChanged()
    const fresh = rows.filter(({ outcome }) => outcome === 'new')
    if (fresh.length > 0) await addPeople(tx, draft, fresh, committing)
    for (const row of rows.filter(({ outcome }) => outcome === 'update')) await changePerson(tx, draft, row, committing)
    added += fresh.length
    changed += rows.length - fresh.length
    after = last.number
  }
  await forgetCells(tx, draft.id)
  await saveDraft(tx, draft, { state: 'committed', committed_at: committing.doer.at, samples: '[]' })
  const { personId } = committing.doer
  const changes = [
    { field: 'added', from: null, to: added },
    { field: 'changed', from: null, to: changed },
  ]
  await account(tx, committing.doer, { action: 'import-committed', record: 'import', recordId: draft.id, personId, changes })
}

/** What stands in the cells is on people's records now, or was left out: it is kept no longer. */
const forgetCells = (tx: Tx, draftId: string) =>
  tx.updateTable('import_row').set({ cells: '[]', mended: '{}', email_key: null, name_key: null }).where('draft_id', '=', draftId).execute()

const rowPerson = (row: ImportRowTable, plan: ImportPlan, now: Date): ImportedPerson => readImportRow(textsOf(row, plan.columns), dayOf(now)).person

async function addPeople(tx: Tx, draft: ImportDraft, rows: readonly ImportRowTable[], { site, now, doer, by }: Committing): Promise<void> {
  const plan = planOf(draft)
  const people = rows.map((row) => {
    const {
      name = '',
      email = '',
      phone = null,
      region = null,
      roles = [],
      standing = plan.standing,
      joinedOn = dayOf(now),
    } = rowPerson(row, plan, now)
    return { row, id: newId(), accountId: newId(), name, email, phone, region, roles: roles.toSorted(), standing, joinedOn }
  })
  await tx
    .insertInto('person')
    .values(
      people.map(({ id, name, email, phone, region, roles, standing, joinedOn }) => ({
        id,
        name,
        name_key: nameKey(name),
        email,
        phone,
        region,
        roles: roles.join(','),
        standing,
        training: 'not-started',
        joined_on: joinedOn,
        created_at: doer.at,
        erased_at: null,
      })),
    )
    .execute()
  const held = people.flatMap(({ id, roles }) => roles.map((role) => ({ person_id: id, role })))
  if (held.length > 0) await tx.insertInto('person_role').values(held).execute()
  await tx
    .insertInto('person_standing')
    .values(
      people.map(({ id, standing }) => ({
        id: newId(),
        person_id: id,
        standing,
        reason: standing === 'active' ? plan.reason : null,
        until_on: null,
        at: doer.at,
        by_person_id: doer.personId,
      })),
    )
    .execute()
  await tx
    .insertInto('account')
    .values(
      people.map(({ id, accountId, email }) => ({
        id: accountId,
        person_id: id,
        email_key: emailKey(email),
        invited_at: doer.at,
        ...notUsedYet,
        created_at: doer.at,
      })),
    )
    .execute()
  await tx
    .insertInto('account_role')
    .values(people.map(({ accountId }) => ({ account_id: accountId, role: 'learner', region: null })))
    .execute()
  if (plan.tell) await invite(tx, people, { site, now, by, at: doer.at })
  for (const [, [first, ...others]] of Map.groupBy(people, ({ region, standing, roles }) => [region, standing, ...roles].join('|')))
    if (first)
      await countIn(tx, { region: first.region, standing: first.standing, training: 'not-started', roles: first.roles.join(',') }, others.length + 1)
  await accountForAll(
    tx,
    doer,
    people.map(({ id, standing }) => ({
      action: 'person-imported',
      record: 'person',
      recordId: id,
      personId: id,
      changes: [{ field: 'standing', from: null, to: standing }],
      reason: standing === 'active' ? plan.reason : null,
    })),
  )
  for (const { row, id } of people)
    await tx
      .updateTable('import_row')
      .set({ person_id: id, after_version: 1 })
      .where('draft_id', '=', draft.id)
      .where('number', '=', row.number)
      .execute()
}

const notUsedYet = {
  confirmed_at: null,
  passphrase: null,
  totp_secret: null,
  totp_confirmed_at: null,
  totp_last_step: null,
  suspended_at: null,
  suspended_reason: null,
  last_signed_in_at: null,
}

async function invite(
  tx: Tx,
  people: readonly { accountId: string; name: string; email: string }[],
  { site, now, by, at }: { site: Site; now: Date; by: string; at: string },
): Promise<void> {
  const days = await settingValue(tx, 'invitation-days')
  const tokens = await addInvitations(
    tx,
    people.map(({ accountId }) => accountId),
    now,
  )
  await queueMails(
    tx,
    people.map((to) => importedMail(site, to, tokens.get(to.accountId) ?? '', days, by)),
    at,
  )
}

async function changePerson(tx: Tx, draft: ImportDraft, row: ImportRowTable, { content, now, doer }: Committing): Promise<void> {
  const plan = planOf(draft)
  const before = row.person_id ? await findPerson(tx, row.person_id) : undefined
  if (!before || before.version !== row.person_version) throw peopleChanged()
  const move = (await newestMoves(tx, [before.id])).get(before.id)
  const reason = plan.reason ?? 'So a list says that was imported'
  const after = await changeTo(tx, before, applied(before, rowPerson(row, plan, now), plan), { reason, until: null }, doer)
  const answered = after.standing !== null && (await answerAsk(tx, before, { to: after.standing, reason, until: null }, doer))
  await refreshTraining(tx, content, before.id)
  const { name, phone, region, roles, standing } = before
  const kept: ChangedByImport = { name, phone, region, roles, standing, reason: move?.reason ?? null, until: move?.until_on ?? null, answered }
  await tx
    .updateTable('import_row')
    .set({ before: JSON.stringify(kept), after_version: after.version })
    .where('draft_id', '=', draft.id)
    .where('number', '=', row.number)
    .execute()
}

/** What somebody was like whom a list changed, and whether it answered their wish to join, which nothing takes back. */
export interface ChangedByImport extends Pick<Person, 'name' | 'phone' | 'region' | 'roles' | 'standing'> {
  reason: string | null
  until: string | null
  answered: boolean
}

/** Gives somebody the details and the standing of another state of theirs. `because` is what the account of it says, where that is not the reason. */
export async function changeTo(
  tx: Tx,
  before: Person,
  { name, phone, region, roles, standing }: Person,
  move: { reason: string | null; until: string | null; because?: string },
  doer: Doer,
): Promise<Person> {
  const saved = await saveProfile(tx, before, { name, phone, region, roles }, doer, { action: 'profile-changed' })
  if (standing === saved.standing) return saved
  return standing ? moveStanding(tx, saved, { to: standing, ...move }, doer) : takeOffRoster(tx, saved, move.because ?? move.reason ?? '', doer)
}
