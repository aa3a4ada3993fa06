import type { z } from 'zod'
import type { PersonalRecord } from '#domain/privacy.schema.ts'
import type { Db } from '../repository/database.ts'
import { held, rowsHeld, type Subject } from './held.ts'

/** Everything held on a person, for that person: every table, every row, less secrets and what is somebody else's. */
export async function personalRecord(db: Db, subject: Subject, now: Date): Promise<z.infer<typeof PersonalRecord>> {
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
