import type { Chosen } from '#domain/command.ts'
import { mostTogether } from '#domain/command.schema.ts'
import type { Person } from '#domain/person.ts'
import type { Content } from '../deps.ts'
import type { Reach } from '../policy.ts'
import { conflict } from '../problem.ts'
import type { Db } from '../repository/database.ts'
import { inParts } from '../repository/imports.ts'
import { asPerson } from '../repository/people.ts'
import { within } from '../repository/reach.ts'
import { rosterQuestion } from '../repository/roster-question.ts'
import { wholeRoster } from '../repository/roster.ts'

interface Around {
  content: Content
  now: Date
  reach: Reach
}

/**
 * Who is meant, of those within reach, in the order of their ids: whoever changes many people at once meets them in one order, and nobody waits in a ring.
 * `missing` are people who were named and are not there, or not within reach.
 * @throws Problem 409 when filters show another number of people than the asker was told.
 */
export async function peopleChosen(db: Db, chosen: Chosen, around: Around): Promise<{ people: Person[]; missing: number }> {
  const ids = 'people' in chosen ? [...new Set(chosen.people)] : await idsMatching(db, chosen, around)
  const people: Person[] = []
  for await (const some of inParts(ids)) {
    const rows = await within(db.selectFrom('person'), around.reach)
      .selectAll()
      .where('id', 'in', some)
      .where('erased_at', 'is', null)
      .where('merged_into', 'is', null)
      .execute()
    people.push(...rows.map(asPerson))
  }
  return { people: people.toSorted((one, other) => (one.id < other.id ? -1 : 1)), missing: ids.length - people.length }
}

async function idsMatching(db: Db, { filters, total }: Extract<Chosen, { total: number }>, { content, now, reach }: Around): Promise<string[]> {
  const question = await rosterQuestion(db, content, filters, now)
  const ids: string[] = []
  for await (const rows of wholeRoster(db, question, reach)) {
    ids.push(...rows.map(({ id }) => id))
    if (ids.length > mostTogether) break
  }
  if (ids.length === total) return ids
  const are = ids.length > mostTogether ? `more than ${mostTogether} people` : ids.length === 1 ? '1 person' : `${ids.length} people`
  throw conflict(`The list has changed: ${are} match now, and you chose ${total}. Look at the list again, then choose`, ['choose-again'])
}
