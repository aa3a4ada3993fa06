import type { Content } from '#api/deps.ts'
import type { Entry } from '#api/repository/audit.ts'
import { after } from '#domain/calendar.ts'
import { startChance } from './chance.ts'
import { noRows } from './rows.ts'
import { demoTotpSecret, type Secrets, type World } from './world.ts'

const day = 86_400_000

export type Draft = ReturnType<typeof startDraft>

/** A world on paper: its rows so far, and how moments, ids and draws are made for it. */
export function startDraft(now: Date, seed: number, content: Content, personas: World['personas'], secrets?: Secrets) {
  const chance = startChance(seed)
  const rows = noRows()
  const demoAddresses = new Set(Object.values(personas).map((persona) => persona?.email))

  /** Some moment between 08:00 and 20:59 UTC so many days ago. `daysAgo` is 1 or more, so that it is never still to come. */
  function daytime(daysAgo: number): Date {
    const midnight = Math.floor(now.getTime() / day) * day
    return after(new Date(midnight), { days: -Math.max(1, daysAgo), minutes: chance.whole(8 * 60, 21 * 60 - 1) })
  }

  /** So many moments in order, from one day to a later one. */
  function daytimes(many: number, fromDaysAgo: number, toDaysAgo: number): Date[] {
    const from = Math.max(fromDaysAgo, toDaysAgo)
    const moments = Array.from({ length: many }, () => daytime(chance.whole(toDaysAgo, from)))
    return moments.toSorted((a, b) => a.getTime() - b.getTime())
  }

  function note(at: Date, by: string | null, { action, record, recordId, personId, changes = [], reason = null }: Entry): void {
    rows.audit_event.push({
      id: chance.newId(at),
      at: at.toISOString(),
      by_person_id: by,
      action,
      record,
      record_id: recordId,
      person_id: personId,
      changes: JSON.stringify(changes),
      reason,
    })
  }

  /** Only the demo accounts have a passphrase; everyone else in a world signs in by a link. */
  const passphraseFor = (email: string): string | null => (demoAddresses.has(email) ? (secrets?.passphrase ?? null) : null)

  return { now, content, chance, rows, daytime, daytimes, note, passphraseFor, totpSecret: secrets?.totpSecret ?? demoTotpSecret }
}
