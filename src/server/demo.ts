import type { ApiDeps } from '#api/deps.ts'
import type { Db } from '#api/repository/database.ts'
import { issueAsTheyPassed } from '#mocks/worlds/certificates.ts'
import { demoPassphrase, demoTotpSecret, type Secrets, type World } from '#mocks/worlds/world.ts'
import { loadWorld, worlds } from '#mocks/worlds/worlds.ts'
import { scryptPassphrases } from './passphrases.ts'

/** What every demonstration account is signed in with; hashed once, since that is slow on purpose. */
export const demoSecrets = async (): Promise<Secrets> => ({ passphrase: await scryptPassphrases.hash(demoPassphrase), totpSecret: demoTotpSecret })

type Needs = Pick<ApiDeps, 'db' | 'clock' | 'content' | 'site'>

/**
 * Loads a world into an empty database, and finds it there the next time.
 * @throws Error when there is no such world, or when the database holds other people.
 */
export async function openDemo(needs: Needs, name: string): Promise<World> {
  const world = worlds[name]
  if (!world) throw new Error(`DEMO names a world: ${Object.keys(worlds).join(', ')}. There is none named "${name}"`)
  const { db, clock, content } = needs
  const people = await db.selectFrom('person').select('id').limit(1).executeTakeFirst()
  if (people) await mustHold(db, world)
  else await loadWorld(db, world, clock.now(), content, await demoSecrets())
  await issueAsTheyPassed(needs)
  return world
}

async function mustHold(db: Db, world: World): Promise<void> {
  const emails = Object.values(world.personas).flatMap((persona) => (persona ? [persona.email] : []))
  const known = await db.selectFrom('account').select('id').where('email_key', 'in', emails).limit(1).executeTakeFirst()
  if (!known) throw new Error('DEMO is set, but this database holds real people. Leave DEMO out, or name another DATABASE_FILE')
}

/**
 * A demonstration's accounts open with a published passphrase, so nobody may be served for real on a database that holds them.
 * @throws Error that says what to do instead.
 */
export async function refuseDemo(db: Db): Promise<void> {
  const emails = Object.values(worlds).flatMap(({ personas }) => Object.values(personas).flatMap((persona) => (persona ? [persona.email] : [])))
  const known = await db.selectFrom('account').select('id').where('email_key', 'in', emails).limit(1).executeTakeFirst()
  if (known)
    throw new Error(
      'This database holds a demonstration, whose administrators sign in with a published passphrase. Name another DATABASE_FILE or DATABASE_URL, or set DEMO to show the demonstration',
    )
}

/** Who to sign in as, for whoever started the demonstration. */
export const demoGreeting = (world: World): string =>
  [
    `This is a demonstration: ${world.title}. Everyone in it is invented. Sign in as:`,
    ...Object.values(world.personas).flatMap((persona) => (persona ? [`  ${persona.email.padEnd(44)} ${persona.title}`] : [])),
    `The passphrase of each is: ${demoPassphrase}`,
    'Staff are asked for a one-time code, which the page itself shows.',
  ].join('\n')
