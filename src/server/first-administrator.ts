import type { Clock } from '#api/deps.ts'
import { addAccount, countAdministrators } from '#api/repository/accounts.ts'
import type { Db } from '#api/repository/database.ts'
import { addLink } from '#api/repository/links.ts'
import { addPerson } from '#api/repository/people.ts'
import { dayOf } from '#domain/calendar.ts'

/** Stands for an administrator until one has used the link; no address of e-mail can look like it. */
const placeholder = 'first administrator'

/** The token of a one-use link for the first administrator, or null once there is one. Each start makes a new one, and earlier ones stop working. */
export async function firstAdministratorToken(db: Db, clock: Clock): Promise<string | null> {
  if ((await countAdministrators(db)) > 0) return null
  const now = clock.now()
  return db.transaction().execute(async (tx) => {
    const waiting = await tx.selectFrom('account').select('id').where('email_key', '=', placeholder).executeTakeFirst()
    if (waiting) return addLink(tx, 'first-administrator', waiting.id, now)
    const doer = { at: now.toISOString(), personId: null }
    const personId = await addPerson(tx, { name: 'First administrator', email: '', standing: null, joinedOn: dayOf(now) }, doer)
    const id = await addAccount(tx, {
      personId,
      email: placeholder,
      passphrase: null,
      roles: [{ role: 'administrator', region: null }],
      invited: true,
      at: doer.at,
    })
    return addLink(tx, 'first-administrator', id, now)
  })
}
