import { beforeChecks } from '#domain/affiliation.ts'
import { after } from '#domain/calendar.ts'
import type { Organisation } from '#domain/organisation.ts'
import type { Standing } from '#domain/person.ts'
import { type Chance, startChance } from './chance.ts'
import type { Draft } from './draft.ts'
import type { Rows } from './rows.ts'

/** Names that people write when they do not find the organisation. All invented. */
const unlisted = ['Northwick Children’s Trust', 'Harrowgate Family Services', 'Old Mill Consulting', 'St Brannock’s School', 'Tolling Bridge Hospice']
const kinds = [
  { share: 60, kind: 'employer' },
  { share: 12, kind: 'board' },
  { share: 12, kind: 'contract' },
  { share: 8, kind: 'family' },
  { share: 3, kind: 'financial' },
  { share: 5, kind: 'other' },
] as const

/** The bodies that people of each region are tied to: mostly of their own. */
export function tiedBodies(organisations: readonly Organisation[]): (region: string | null, chance: Chance) => string {
  const byRegion = Map.groupBy(
    organisations.filter(({ kind }) => kind !== 'other'),
    ({ region }) => region,
  )
  const all = [...byRegion.values()].flat()
  return (region, chance) => chance.pick(chance.happens(75) ? (byRegion.get(region as Organisation['region']) ?? all) : all).id
}

/** Near enough, and very much faster than the day in England. */
const dayIn = (moment: Date) => moment.toISOString().slice(0, 10)

/** What one person declares: up to three ties, seldom one that the register does not have. */
export function drawAffiliations(
  chance: Chance,
  person: { id: string; region: string | null },
  now: Date,
  bodyFor: ReturnType<typeof tiedBodies>,
): Rows['affiliation'] {
  return Array.from({ length: chance.whole(1, 3) }, (_, index) => {
    const began = after(now, { days: -chance.whole(400, 9000) })
    const goesOn = index === 0 && chance.happens(60)
    const ended = after(began, { days: chance.whole(200, 3000) })
    const isListed = chance.happens(96)
    return {
      id: chance.newId(began),
      version: 1,
      person_id: person.id,
      organisation_id: isListed ? bodyFor(person.region, chance) : null,
      free_name: isListed ? null : chance.pick(unlisted),
      kind: chance.pickByShare(kinds).kind,
      from_day: dayIn(began),
      to_day: goesOn || ended >= now ? null : dayIn(ended),
      declared_at: now.toISOString(),
    }
  })
}

/** Gives those who are in checks or further their affiliations; one in eight has never declared any. Its draws are its own, so that nothing else in the world depends on them. */
export function layAffiliations(draft: Draft, seed: number, organisations: readonly Organisation[]): void {
  const chance = startChance(seed)
  const bodyFor = tiedBodies(organisations)
  const declared = new Set(draft.rows.affiliation_declaration.map((row) => row.person_id))
  // A world lays plain values, never expressions.
  for (const person of draft.rows.person as { id: string; region: string | null; standing: string | null; created_at: string }[]) {
    if (person.standing === null || beforeChecks.includes(person.standing as Standing) || declared.has(person.id) || chance.happens(12)) continue
    const since = new Date(person.created_at)
    const at = after(draft.now, {
      minutes: -chance.whole(60, Math.max(61, Math.min(250 * 24 * 60, (draft.now.getTime() - since.getTime()) / 60_000 - 60))),
    })
    const rows = drawAffiliations(chance, person, at, bodyFor)
    draft.rows.affiliation.push(...rows)
    draft.rows.affiliation_declaration.push({ person_id: person.id, declared_at: at.toISOString() })
    for (const [index, { id, organisation_id: body, free_name: words }] of rows.entries())
      draft.rows.audit_event.push({
        id: chance.newId(after(at, { minutes: index - rows.length })),
        at: after(at, { minutes: index - rows.length }).toISOString(),
        by_person_id: person.id,
        action: 'affiliation-declared',
        record: 'affiliation',
        record_id: id as string, // it was made a line before
        person_id: person.id,
        changes: JSON.stringify([{ field: 'organisation', from: null, to: organisations.find((one) => one.id === body)?.name ?? words }]),
        reason: null,
      })
  }
}
