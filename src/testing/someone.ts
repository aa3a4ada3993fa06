import type { Kysely } from 'kysely'
import type { Account, HeldRole } from '#domain/account.ts'
import { dayOf } from '#domain/calendar.ts'
import type { Person } from '#domain/person.ts'
import { addAccount, findAccount, saveAccount } from '#api/repository/accounts.ts'
import type { Database } from '#api/repository/database.ts'
import { addPerson, findPerson, saveProfile } from '#api/repository/people.ts'
import { startSession } from '#api/repository/sessions.ts'

export interface Someone {
  name?: string
  email?: string
  roles?: HeldRole[]
  profile?: Partial<Pick<Person, 'phone' | 'region' | 'roles'>>
  standing?: Person['standing']
}

let made = 0

/** A person with an account whose address is confirmed, signed in; what is not named is made up. */
export async function addSomeone(db: Kysely<Database>, now: Date, someone: Someone = {}) {
  made += 1
  const { name = `Person ${made}`, email = `person.${made}@example.org`, roles = [{ role: 'learner', region: null }], profile } = someone
  const standing = someone.standing === undefined ? (roles.some(({ role }) => role === 'learner') ? 'enquirer' : null) : someone.standing
  const doer = { at: now.toISOString(), personId: null }
  return db.transaction().execute(async (tx) => {
    const personId = await addPerson(tx, { name, email, standing, joinedOn: dayOf(now) }, doer)
    let person = (await findPerson(tx, personId)) as Person // it was added a line before
    if (profile)
      person = await saveProfile(tx, person, { name, phone: null, region: null, roles: [], ...profile }, doer, { action: 'profile-changed' })
    const accountId = await addAccount(tx, { personId, email, passphrase: null, roles, invited: false, at: doer.at })
    await saveAccount(tx, accountId, 1, { confirmed_at: doer.at })
    const session = await startSession(tx, accountId, 'signed-in', now)
    return { person, account: (await findAccount(tx, accountId)) as Account, session }
  })
}
