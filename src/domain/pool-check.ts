import type { z } from 'zod'
import { daysLater, earliestWithin, monthsLater } from './calendar.ts'
import type * as schema from './pool-check.schema.ts'

export type PoolCheckKind = z.infer<typeof schema.PoolCheckKind>
export type DbsLevel = z.infer<typeof schema.DbsLevel>
export type PoolCheck = z.infer<typeof schema.PoolCheck>
export type PoolCheckState = z.infer<typeof schema.PoolCheckState>
export type PoolCheckGiven = z.infer<typeof schema.PoolCheckGiven>
export type PoolChecks = z.infer<typeof schema.PoolChecks>
export type CheckStanding = z.infer<typeof schema.CheckStanding>
export type ChecksDue = z.infer<typeof schema.ChecksDue>
export type ChecksDueFilters = z.infer<typeof schema.ChecksDueFilters>

/** In the order they are shown. */
export const checkKinds: readonly PoolCheckKind[] = ['dbs', 'references', 'insurance', 'registration', 'training', 'declaration', 'data-protection']

/** Not everybody has a profession with a register, or trained elsewhere: these count once one was recorded. */
export const onlyOnceRecorded: ReadonlySet<PoolCheckKind> = new Set(['registration', 'training'])

export const dbsLevels: readonly DbsLevel[] = ['basic', 'standard', 'enhanced', 'enhanced-barred']

/** How long each kind of check counts, in months from its date, and the DBS level that is asked for: what an organisation set for itself. */
export interface CheckPolicy {
  /** 0 is a kind that is not asked for, and whose re-check never falls due. */
  months: Readonly<Record<PoolCheckKind, number>>
  dbsLevel: DbsLevel
}

/** A check as a rule looks at it: days in England, `recordedOn` and `struckOn` those on which this was written down. Oldest first. */
export interface CheckFact {
  id: string
  kind: PoolCheckKind
  level: DbsLevel | null
  issuedOn: string
  recordedOn: string
  struckOn: string | null
}

/** The day from which a check no longer counts until it is made again; null for one that never falls due. */
export function recheckOn({ kind, issuedOn }: Pick<CheckFact, 'kind' | 'issuedOn'>, { months }: Pick<CheckPolicy, 'months'>): string | null {
  return months[kind] === 0 ? null : monthsLater(issuedOn, months[kind])
}

/** The check of a kind that counts on a day: of those known by then and not struck out, the one with the newest date; of one date, the last recorded. */
export const standingCheck = (checks: readonly CheckFact[], kind: PoolCheckKind, on: string): CheckFact | null =>
  checks
    .filter((check) => check.kind === kind && check.issuedOn <= on && check.recordedOn <= on && !(check.struckOn !== null && check.struckOn <= on))
    .reduce<CheckFact | null>((newest, check) => (newest === null || check.issuedOn >= newest.issuedOn ? check : newest), null)

const isBelow = (level: DbsLevel | null, asked: DbsLevel): boolean => dbsLevels.indexOf(level ?? 'basic') < dbsLevels.indexOf(asked)

/** Days ahead of a re-check on which the person is reminded, and the coordinator sees it coming. */
export const recheckReminderDays = [60, 30] as const

/** Whether a kind is asked of somebody with these checks. */
const isAsked = (kind: PoolCheckKind, policy: CheckPolicy, standing: CheckFact | null): boolean =>
  policy.months[kind] > 0 && (standing !== null || !onlyOnceRecorded.has(kind))

/** Where somebody stands with a kind of check on a day. */
export function checkStanding(checks: readonly CheckFact[], kind: PoolCheckKind, policy: CheckPolicy, on: string): CheckStanding {
  const standing = standingCheck(checks, kind, on)
  const due = standing && recheckOn(standing, policy)
  const found = { kind, asked: isAsked(kind, policy, standing), months: policy.months[kind], checkId: standing?.id ?? null, recheckOn: due }
  if (standing === null) return { ...found, state: found.asked ? 'missing' : 'not-asked' }
  if (due !== null && due <= on) return { ...found, state: 'due' }
  if (found.asked && kind === 'dbs' && isBelow(standing.level, policy.dbsLevel)) return { ...found, state: 'level' }
  return { ...found, state: due !== null && due <= daysLater(on, recheckReminderDays[0]) ? 'due-soon' : 'current' }
}

/** The first date that a new check of a kind can bear to count on a day, in place of the one that stands. */
export function earliestThatCounts(kind: PoolCheckKind, policy: CheckPolicy, standing: CheckFact | null, on: string): string {
  const earliest = policy.months[kind] === 0 ? on : earliestWithin(on, policy.months[kind])
  return standing !== null && standing.issuedOn > earliest ? standing.issuedOn : earliest
}

/** Before this no check of any kind can have been made that somebody would still show. */
const firstDay = '1980-01-01'
const dbsDigits = 12

/** What is wrong with a check as given, with where; an empty list means it will do. `today` is given, not read from a clock. */
export function poolCheckFaults({ kind, level, number, issuedOn }: PoolCheckGiven, today: string): { pointer: string; detail: string }[] {
  const faults = []
  if (kind === 'dbs' && level === null) faults.push({ pointer: '/level', detail: 'Choose the level of the certificate' })
  if (kind !== 'dbs' && level !== null) faults.push({ pointer: '/level', detail: 'Only a DBS check has a level' })
  if (kind === 'dbs') faults.push(...dbsNumberFaults(number))
  if (issuedOn > today) faults.push({ pointer: '/issuedOn', detail: 'The date on it must be today or earlier' })
  if (issuedOn < firstDay) faults.push({ pointer: '/issuedOn', detail: 'Check the year: this is before 1980' })
  return faults
}

function dbsNumberFaults(number: string | null): { pointer: string; detail: string }[] {
  const signs = (number ?? '').replace(/[\s-]/g, '')
  if (signs === '') return [{ pointer: '/number', detail: 'Enter the number of the certificate: 12 digits' }]
  if (/\D/.test(signs)) return [{ pointer: '/number', detail: 'A DBS certificate number is 12 digits, with no letters' }]
  if (signs.length === dbsDigits) return []
  return [{ pointer: '/number', detail: `A DBS certificate number has 12 digits; this one has ${signs.length}` }]
}

/** The end of a number, enough to tell it from another; a short number is not shown in part. */
export const endOf = (number: string): string => (number.length < 8 ? '' : number.slice(-4))
