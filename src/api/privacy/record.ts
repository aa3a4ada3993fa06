import type { z } from 'zod'
import type * as schema from '#domain/privacy.schema.ts'
import type { Db } from '../repository/database.ts'
import { allRowsHeld, held } from './held.ts'
import type { Subjects } from './held-table.ts'

export type PersonalRecord = z.infer<typeof schema.PersonalRecord>

const leftOut =
  'Left out: what proves who somebody is (passphrase, codes, links) and what is somebody else’s, such as whom something was changed for and what.'
const withoutPrivate =
  'What Panel Pool holds on this person, without what they alone may read: ratings, reflections, plan, evidence, experience, ties and answers. They can download those themselves.'

/**
 * Everything held on a person: every table, every row, less secrets and what is somebody else's. For anybody else than that person, less what they wrote for
 * themself or for an assessor, too.
 */
export async function personalRecord(db: Db, subjects: Subjects, now: Date, own: boolean): Promise<PersonalRecord> {
  const tables = []
  for (const one of held.filter(({ privately }) => own || !privately)) {
    const rows = await allRowsHeld(db, one, subjects)
    const shown = rows.map(({ row, of }) => {
      const withheld = [...one.withheld, ...(one.withheldOf?.(row, of) ?? [])]
      return Object.fromEntries(Object.entries(row).filter(([column]) => !withheld.includes(column)))
    })
    tables.push({ name: one.table, what: one.what, rows: shown })
  }
  return {
    madeAt: now.toISOString(),
    personId: subjects[0].personId,
    about: `${own ? 'Everything that Panel Pool holds on you.' : withoutPrivate} ${leftOut}`,
    tables,
  }
}

/** The record as rows of cells: what it is, which entry of it, which field, and its value. Fields that are empty are left out. */
export const recordAsRows = ({ tables }: PersonalRecord): string[][] => [
  ['What', 'Entry', 'Field', 'Value'],
  ...tables.flatMap(({ what, rows }) =>
    rows.flatMap((row, place) =>
      Object.entries(row).flatMap(([field, value]) =>
        value === null || value === '' ? [] : [[what, String(place + 1), field, typeof value === 'string' ? value : JSON.stringify(value)]],
      ),
    ),
  ),
]
