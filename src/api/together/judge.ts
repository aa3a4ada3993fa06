import { confirmVerdict, type CommandGiven, messageVerdict, statusVerdict, tagVerdict, untagVerdict, type Verdict } from '#domain/command.ts'
import type { Person } from '#domain/person.ts'
import type { Db } from '../repository/database.ts'
import { inParts } from '../repository/imports.ts'
import { tagOnEach } from '../repository/tags.ts'
import { newestMoves } from '../repository/standings.ts'

/** Somebody as a command meets them: what would become of them, and what is known of them that doing and undoing it needs. */
export interface Judged {
  person: Person
  verdict: Verdict
  standing: { reason: string | null; until: string | null }
  tag: { id: string; tag: string; at: string; by_person_id: string | null } | null
  to: { accountId: string; name: string; email: string } | null
}

/** What a command would come to for each of some people as they are now. Nothing is changed. */
export async function judge(db: Db, given: CommandGiven, people: readonly Person[], asker: string): Promise<Judged[]> {
  const judged: Judged[] = []
  for await (const some of inParts(people)) {
    const ids = some.map(({ id }) => id)
    const moves = given.kind === 'status' ? await newestMoves(db, ids) : null
    const tags = given.kind === 'tag' || given.kind === 'untag' ? await tagOnEach(db, ids, given.tag) : null
    const addresses = given.kind === 'message' || given.kind === 'confirm' ? await addressesOf(db, ids) : null
    for (const person of some) {
      const address = addresses?.get(person.id)
      const move = moves?.get(person.id)
      const known = {
        standing: { reason: move?.reason ?? null, until: move?.until_on ?? null },
        tag: tags?.get(person.id) ?? null,
        to: address?.email ? { accountId: address.accountId, name: address.name, email: address.email } : null,
      }
      judged.push({ person, ...known, verdict: verdictOn(given, person, person.id === asker, known, address) })
    }
  }
  return judged
}

function verdictOn(
  given: CommandGiven,
  { standing }: Person,
  self: boolean,
  known: Pick<Judged, 'standing' | 'tag' | 'to'>,
  address: Address | undefined,
): Verdict {
  const hasAddress = known.to !== null
  if (given.kind === 'status') return statusVerdict({ standing, self, until: known.standing.until }, given.to, given.until)
  if (given.kind === 'message') return messageVerdict({ self, hasAddress })
  if (given.kind === 'confirm')
    return confirmVerdict({ standing, self, hasAddress: hasAddress && address?.uses === true, waiting: address?.waiting === true })
  return given.kind === 'tag' ? tagVerdict(known.tag !== null) : untagVerdict(known.tag !== null)
}

interface Address {
  accountId: string
  name: string
  email: string | null
  /** Whether the account is in use: its address was confirmed, and it is not suspended. */
  uses: boolean
  /** Whether they were asked to confirm what is known of them, and have not answered. */
  waiting: boolean
}

async function addressesOf(db: Db, ids: readonly string[]): Promise<Map<string, Address>> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .leftJoin('member', 'member.person_id', 'person.id')
    .select([
      'person.id',
      'account.id as accountId',
      'person.name',
      'person.email',
      'account.confirmed_at',
      'account.suspended_at',
      'member.confirm_asked_at',
    ])
    .where('person.id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, accountId, name, email, confirmed_at, suspended_at, confirm_asked_at }) => [
      id,
      { accountId, name, email, uses: confirmed_at !== null && suspended_at === null, waiting: confirm_asked_at !== null },
    ]),
  )
}
