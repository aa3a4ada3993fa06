import { commonCore } from '#api/certificates/core-path.ts'
import { issueIfComplete } from '#api/certificates/issue.ts'
import type { ApiDeps } from '#api/deps.ts'
import { peopleToCertify } from '#api/repository/certificates.ts'

/** More than any world has. */
const everybody = 1000

/**
 * Issues the certificates that people of a world have earned, each at the moment of the check that completed them and in that order, as if the product
 * had run all along. What is issued already stays as it is. A credential names where the product runs, so this waits until that is known.
 */
export async function issueAsTheyPassed({ db, content, site }: Pick<ApiDeps, 'db' | 'content' | 'site'>): Promise<void> {
  const people = await peopleToCertify(db, commonCore, everybody)
  if (people.length === 0) return
  const last = await db
    .selectFrom('attempt')
    .select(['person_id', (eb) => eb.fn.max('submitted_at').as('at')])
    .where('passed', '=', 1)
    .where('person_id', 'in', people)
    .groupBy('person_id')
    .orderBy('at')
    .execute()
  for (const { person_id, at } of last)
    await db.transaction().execute((tx) => issueIfComplete(tx, { clock: { now: () => new Date(String(at)) }, content, site }, person_id))
}
