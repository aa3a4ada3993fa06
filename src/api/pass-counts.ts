import { yearsAfter } from '#domain/calendar.ts'
import type { Db } from './repository/database.ts'
import { settingValue } from './repository/settings.ts'

/** Until when a pass of a knowledge check counts, as the organisation has it set now. */
export async function passCounts(db: Db): Promise<(passedAt: string) => string> {
  const years = await settingValue(db, 'certificate-valid-years')
  return (passedAt) => yearsAfter(new Date(passedAt), years).toISOString()
}
