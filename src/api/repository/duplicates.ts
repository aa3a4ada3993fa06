import { sql } from 'kysely'
import { type Duplicates, nameKeysOf, sameBecause } from '#domain/duplicate.ts'
import type { Person } from '#domain/person.ts'
import type { Reach } from '../policy.ts'
import type { Db } from './database.ts'
import { asPerson } from './people.ts'
import { within } from './reach.ts'

/** More than a handful of people of one name say nothing any more. */
const most = 10

/** Records within reach that may be of the same person, those with the most in common first. Each is found by an index. */
export async function duplicatesOf(db: Db, person: Person, reach: Reach): Promise<Duplicates['people']> {
  const { name, email, phone } = person
  const people = () =>
    within(db.selectFrom('person'), reach)
      .selectAll()
      .where('person.id', '<>', person.id)
      .where('erased_at', 'is', null)
      .where('standing', 'is not', null)
      .orderBy('person.id')
      .limit(most)
  const found = await people().where('name_key', 'in', nameKeysOf(name)).execute()
  if (email)
    found.push(
      ...(await people()
        .where(sql<string>`lower(email)`, '=', email.toLowerCase())
        .execute()),
    )
  if (phone) found.push(...(await people().where('phone', '=', phone).execute()))
  const once = [...new Map(found.map((row) => [row.id, asPerson(row)])).values()]
  return once
    .map(({ version: _version, training: _training, ...other }) => ({ ...other, because: sameBecause(person, other) }))
    .filter(({ because }) => because.length > 0)
    .toSorted((one, other) => other.because.length - one.because.length)
    .slice(0, most)
}
