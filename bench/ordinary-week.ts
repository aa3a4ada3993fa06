import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#api/migrations/migrate.ts'
import { findByEmail } from '#api/repository/accounts.ts'
import type { Db } from '#api/repository/database.ts'
import { startSession } from '#api/repository/sessions.ts'
import { content } from '#content/content.ts'
import { issueAsTheyPassed } from '#mocks/worlds/certificates.ts'
import { loadWorld, worlds } from '#mocks/worlds/worlds.ts'
import { paths } from '#paths'
import { openSqlite } from '#server/sqlite.ts'

/** A page of the product and the cookie that opens it, if it needs one. */
export interface SignedInPage {
  name: string
  path: string
  cookie: string | null
}

/** The world in a file of its own, and its pages as the people see them who use them most. */
export async function openOrdinaryWeek(): Promise<AsyncDisposable & { file: string; pages: SignedInPage[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'panel-pool-bench-'))
  const file = join(folder, 'world.sqlite')
  const db = openSqlite(file)
  await migrate(db)
  await loadWorld(db, found(worlds['ordinary-week']), new Date(), content)
  // What a certificate says of where it was issued is not on its page.
  await issueAsTheyPassed({ db, content, site: { origin: 'http://localhost', keepsMail: true, demo: true } })
  const certified = await accountOf(db, 'learner-certified')
  const learner = await signIn(db, await accountOf(db, 'learner-half-way'))
  const coordinator = await signIn(db, await accountOf(db, 'coordinator'))
  const check = await openCheck(db)
  const somebody = await db.selectFrom('person').select('id').where('training', '=', 'completed').orderBy('name_key').executeTakeFirstOrThrow()
  const { module } = found(content.modules[0])
  const pages = [
    { name: 'start', path: paths.start(), cookie: null },
    { name: 'framework', path: paths.framework(), cookie: null },
    { name: 'home', path: paths.home(), cookie: learner },
    { name: 'catalogue', path: paths.training(), cookie: learner },
    { name: 'lesson', path: paths.lesson(module.id, found(module.lessons[0]).id), cookie: learner },
    { name: 'question', path: paths.attempt(check.id), cookie: await signIn(db, check.accountId) },
    { name: 'certificate', path: paths.certificate(await certificateOf(db, certified)), cookie: await signIn(db, certified) },
    { name: 'today', path: paths.today(), cookie: coordinator },
    { name: 'roster', path: paths.roster(), cookie: coordinator },
    { name: 'person', path: paths.person(somebody.id), cookie: coordinator },
  ]
  await db.destroy()
  return { file, pages, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}

async function accountOf(db: Db, persona: string): Promise<string> {
  const email = worlds['ordinary-week']?.personas[persona]?.email
  return found(await findByEmail(db, found(email))).id
}

const certificateOf = async (db: Db, accountId: string): Promise<string> =>
  (
    await db
      .selectFrom('certificate')
      .innerJoin('account', 'account.person_id', 'certificate.person_id')
      .select('code')
      .where('account.id', '=', accountId)
      .executeTakeFirstOrThrow()
  ).code

const signIn = (db: Db, accountId: string): Promise<string> =>
  db.transaction().execute(async (tx) => `session=${await startSession(tx, accountId, 'signed-in', new Date())}`)

/** A knowledge check that somebody is in the middle of. */
const openCheck = (db: Db) =>
  db
    .selectFrom('attempt')
    .innerJoin('account', 'account.person_id', 'attempt.person_id')
    .select(['attempt.id', 'account.id as accountId'])
    .where('submitted_at', 'is', null)
    .where('suspended_at', 'is', null)
    .orderBy('attempt.id')
    .executeTakeFirstOrThrow()

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The world ordinary-week has changed: look at what bench/ordinary-week.ts takes from it')
  return value
}
