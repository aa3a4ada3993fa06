import type { z } from 'zod'
import type * as schema from '#domain/privacy.schema.ts'
import type { Db } from '../repository/database.ts'
import { held, rowsHeld, type Subject } from './held.ts'

export type PersonalRecord = z.infer<typeof schema.PersonalRecord>

/** Everything held on a person, for that person: every table, every row, less secrets and what is somebody else's. */
export async function personalRecord(db: Db, subject: Subject, now: Date): Promise<PersonalRecord> {
  const tables = []
  for (const one of held) {
    const rows = await rowsHeld(db, one, subject).execute()
    const shown = rows.map((row) => {
      const withheld = [...one.withheld, ...(one.withheldOf?.({ ...row }, subject) ?? [])]
      return Object.fromEntries(Object.entries(row).filter(([column]) => !withheld.includes(column)))
    })
    tables.push({ name: one.table, what: one.what, rows: shown })
  }
  return {
    madeAt: now.toISOString(),
    personId: subject.personId,
    about:
      'Everything that Panel Pool holds on you. Left out: what proves who you are (passphrase, codes, links) and what is somebody else’s, such as whom you changed something for and what.',
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
