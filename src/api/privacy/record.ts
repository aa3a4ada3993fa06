import type { z } from 'zod'
import type { PersonalRecord } from '#domain/privacy.schema.ts'
import type { Db } from '../repository/database.ts'
import { held, rowsHeld, type Subject } from './held.ts'

/** Everything held on a person, for that person: every table, every row, less secrets and what is somebody else's. */
export async function personalRecord(db: Db, subject: Subject, now: Date): Promise<z.infer<typeof PersonalRecord>> {
  const tables = []
  for (const one of held) {
    const rows = await rowsHeld(db, one, subject).execute()
    const shown = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !one.withheld.includes(column))))
    tables.push({ name: one.table, what: one.what, rows: shown })
  }
  return {
    madeAt: now.toISOString(),
    personId: subject.personId,
    about: 'Everything that Panel Pool holds on you. Left out: what proves who you are (passphrase, codes, links) and the numbers of other people.',
    tables,
  }
}
