import type { z } from 'zod'
import { emailKey } from './account.ts'
import { dayAsTyped } from './day-as-typed.ts'
import { nameKey, type Person, type PoolRole, type Standing } from './person.ts'
import { type Region, regions } from './region.ts'
import type * as schema from './roster-import.schema.ts'
import { standingMoves } from './standing.ts'
import { poolRoleWords, regionWords, shortPoolRoleWords, standingWords } from './words.ts'

export type ImportField = z.infer<typeof schema.ImportField>
export type ImportOutcome = z.infer<typeof schema.ImportOutcome>
export type ImportState = z.infer<typeof schema.ImportState>
export type ImportPlan = z.infer<typeof schema.ImportPlan>
export type RosterImport = z.infer<typeof schema.RosterImport>
export type ImportRows = z.infer<typeof schema.ImportRows>
export type ImportRow = ImportRows['rows'][number]
type Fault = ImportRow['faults'][number]
type Columns = ImportPlan['columns']

/** The moves of an import. One that is thrown away before it was committed is gone. */
export const importMoves: Record<ImportState, readonly ImportState[]> = { open: ['committed'], committed: ['undone'], undone: [] }

export const importFields: readonly ImportField[] = ['name', 'email', 'phone', 'region', 'roles', 'standing', 'joinedOn']

/** What people call a column, without accents and case. Our own exports use the first of each. */
const headingsOf: Record<ImportField, readonly string[]> = {
  name: ['name', 'full name', 'person', 'member', 'contact name', 'surname and forename'],
  email: ['e mail', 'email', 'e mail address', 'email address', 'mail', 'contact email', 'work email'],
  phone: ['phone', 'telephone', 'tel', 'mobile', 'phone number', 'telephone number', 'mobile number', 'contact number'],
  region: ['region', 'home region', 'area', 'government office region', 'go region'],
  roles: ['role', 'roles', 'pool role', 'chair or author', 'chair author', 'type'],
  standing: ['status', 'standing', 'pool status', 'state'],
  joinedOn: ['joined', 'joined on', 'date joined', 'start date', 'member since', 'joining date'],
}

/** Which column holds what, as far as the headings tell. No column is taken twice. */
export function guessColumns(headings: readonly string[]): Columns {
  const keys = headings.map(nameKey)
  const guess = (field: ImportField): number | null => {
    for (const word of headingsOf[field]) if (keys.includes(word)) return keys.indexOf(word)
    return null
  }
  return {
    name: guess('name'),
    email: guess('email'),
    phone: guess('phone'),
    region: guess('region'),
    roles: guess('roles'),
    standing: guess('standing'),
    joinedOn: guess('joinedOn'),
  }
}

/** What is wrong with a plan; an empty list means rows can be checked with it. */
export function planFaults({ columns, standing, reason }: ImportPlan, headings: readonly string[]): { pointer: string; detail: string }[] {
  const faults: { pointer: string; detail: string }[] = []
  if (columns.name === null) faults.push({ pointer: '/name', detail: 'Say which column holds the names' })
  const taken = new Map<number, ImportField>()
  for (const field of importFields) {
    const column = columns[field]
    if (column === null) continue
    if (column >= headings.length) faults.push({ pointer: `/${field}`, detail: 'The file has no such column' })
    if (taken.has(column)) faults.push({ pointer: `/${field}`, detail: 'This column is taken for something else. Each can be used once' })
    taken.set(column, field)
  }
  if (standing === 'active' && !reasonGiven(reason))
    faults.push({ pointer: '/reason', detail: 'Say in a sentence why new people are active at once, without checks in Panel Pool' })
  return faults
}

const reasonGiven = (reason: string | null): boolean => (reason?.trim().length ?? 0) >= 10

/** What the cells of a row say of a person. Undefined where a row says nothing: an import never empties what is there. */
export interface ImportedPerson {
  name?: string
  email?: string
  phone?: string
  region?: Region
  roles?: PoolRole[]
  standing?: Standing
  joinedOn?: string
}

/** A row understood cell by cell, with what could not be understood and how to mend it. `today` is given, not read from a clock. */
export function readImportRow(texts: ImportRow['values'], today: string): { person: ImportedPerson; faults: Fault[] } {
  const faults: Fault[] = []
  const person: ImportedPerson = {}
  const take = <T>(field: ImportField, read: (text: string) => T | undefined, detail: string, keep: (value: T) => void) => {
    const text = texts[field].trim()
    if (text === '') return
    const value = read(text)
    if (value === undefined) faults.push({ field, detail })
    else keep(value)
  }
  take('name', nameFrom, 'Enter a full name of 2 to 120 characters, such as Amara Okafor', (name) => (person.name = name))
  take('email', emailFrom, 'Enter an e-mail address in the form name@example.org', (email) => (person.email = email))
  take('phone', phoneFrom, 'Enter a phone number with 7 to 20 digits, such as 0191 498 0123', (phone) => (person.phone = phone))
  take('region', regionFrom, `Enter one of ${Object.values(regionWords).join(', ')}`, (region) => (person.region = region))
  take('roles', rolesFrom, 'Enter chair, author, adviser, or several with commas between them', (roles) => (person.roles = roles))
  take('standing', standingFrom, `Enter one of ${Object.values(standingWords).join(', ')}`, (standing) => (person.standing = standing))
  const day = (text: string) => {
    const typed = dayAsTyped(text)
    return typed !== null && typed <= today ? typed : undefined
  }
  take('joinedOn', day, 'Enter a day that is not in the future, such as 23 November 2026 or 23/11/2026', (joinedOn) => (person.joinedOn = joinedOn))
  if (texts.name.trim() === '') faults.unshift({ field: 'name', detail: 'Enter the name' })
  return { person, faults }
}

const nameFrom = (text: string): string | undefined => {
  const name = text.replace(/\s+/g, ' ')
  return name.length >= 2 && name.length <= 120 && /^\P{Cc}*$/u.test(name) && nameKey(name) !== '' ? name : undefined
}

const emailFrom = (text: string): string | undefined => {
  const email = text.replace(/^mailto:/i, '')
  return email.length <= 254 && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+\.[^\s@\p{Cc}]+$/u.test(email) ? email : undefined
}

/** A spreadsheet that takes a number for a number drops its first 0: ten digits without one get it back. */
function phoneFrom(text: string): string | undefined {
  const phone = /^[1-9]\d{9}$/.test(text) ? `0${text}` : text
  return /^\+?[0-9 ()-]{7,20}$/.test(phone) ? phone : undefined
}

const regionByWord = new Map<string, Region>([
  ...regions.flatMap((region): [string, Region][] => [
    [nameKey(region), region],
    [nameKey(regionWords[region]), region],
  ]),
  ['yorkshire', 'yorkshire-and-the-humber'],
  ['yorkshire humber', 'yorkshire-and-the-humber'],
  ['yorkshire and humber', 'yorkshire-and-the-humber'],
  ['eastern', 'east-of-england'],
  ['east', 'east-of-england'],
  ['greater london', 'london'],
])
const regionFrom = (text: string): Region | undefined => regionByWord.get(nameKey(text).replace(/^the | region$| england$(?<!of england)/g, ''))

const roleByWord = new Map<string, PoolRole>([
  ...(Object.keys(poolRoleWords) as PoolRole[]).flatMap((role): [string, PoolRole][] => [
    [role, role],
    [nameKey(poolRoleWords[role]), role],
    [nameKey(shortPoolRoleWords[role]), role],
  ]),
  ['independent chair', 'chair'],
  ['overview author', 'author'],
  ['report author', 'author'],
  ['independent author', 'author'],
  ['advisor', 'adviser'],
  ['specialist adviser', 'adviser'],
  ['specialist advisor', 'adviser'],
])

function rolesFrom(text: string): PoolRole[] | undefined {
  if (nameKey(text) === 'both') return ['author', 'chair']
  const roles = text
    .split(/[,;/&+|]|\band\b/i)
    .map(nameKey)
    .filter(Boolean)
    .map((word) => roleByWord.get(word))
  return roles.every((role) => role !== undefined) ? [...new Set(roles)].toSorted() : undefined
}

const standingByWord = new Map<string, Standing>(
  (Object.keys(standingWords) as Standing[]).flatMap((standing): [string, Standing][] => [
    [nameKey(standing), standing],
    [nameKey(standingWords[standing]), standing],
  ]),
)
const standingFrom = (text: string): Standing | undefined => standingByWord.get(nameKey(text))

/** What the database and the rows above know of a row. */
export interface Surroundings {
  plan: ImportPlan
  /** Who imports: nobody moves their own standing. */
  importer: string | null
  /** Null for somebody who keeps every region. */
  regions: ReadonlySet<Region> | null
  /** Whoever has the row's address already; `reached` says whether the importer may change them. */
  byEmail: { person: Person; reached: boolean } | null
  /** The first within reach who has the same name. */
  byName: Person | null
  /** The line above that names the same person. */
  repeats: number | null
  choice: ImportRow['choice']
}

export interface Judged {
  outcome: Exclude<ImportOutcome, 'unchecked'>
  faults: Fault[]
  person: Person | null
  repeats: number | null
  changes: ImportRow['changes']
}

/** What becomes of a row, and why. Nothing is stored by it. */
export function judgeRow({ person, faults }: ReturnType<typeof readImportRow>, around: Surroundings): Judged {
  const outcome = (kind: Judged['outcome'], more: Partial<Judged> = {}): Judged => ({
    outcome: kind,
    faults: [],
    person: null,
    repeats: null,
    changes: [],
    ...more,
  })
  const wrong = (more: Fault[], whose: Person | null = null) => outcome('error', { faults: more, person: whose })
  if (faults.length > 0) return wrong(faults)
  if (around.repeats !== null) return outcome('repeat', { repeats: around.repeats })
  if (around.byEmail && !around.byEmail.reached)
    return wrong([
      {
        field: 'email',
        detail: 'This address belongs to somebody whose record you do not keep. Ask a coordinator of their region, or an administrator',
      },
    ])
  const same = around.byEmail?.person ?? (around.byName && around.choice === 'update' ? around.byName : null)
  if (!same && around.byName && around.choice !== 'new') return outcome('possible', { person: around.byName })
  const reachFault = outOfRegion(person, same, around.regions)
  if (reachFault) return wrong([reachFault], same)
  if (!same) {
    const missing = newFaults(person, around.plan)
    return missing.length > 0 ? wrong(missing) : outcome('new')
  }
  const after = applied(same, person, around.plan)
  if (same.id === around.importer && same.standing !== after.standing)
    return wrong([{ field: 'standing', detail: 'This is you, and nobody changes their own status. Ask another coordinator' }], same)
  const move = moveFault(same.standing, after.standing, around.plan.reason)
  if (move) return wrong([move], same)
  const changes = changesOf(same, after)
  return outcome(changes.length === 0 ? 'same' : 'update', { person: same, changes })
}

function outOfRegion({ region }: ImportedPerson, same: Person | null, kept: ReadonlySet<Region> | null): Fault | null {
  if (kept === null) return null
  const words = [...kept].map((one) => regionWords[one]).join(', ')
  if (region === undefined) return same ? null : { field: 'region', detail: `Enter the region. You keep ${words}` }
  return kept.has(region)
    ? null
    : { field: 'region', detail: `You keep ${words} alone. Ask a coordinator of ${regionWords[region]} to import this row` }
}

function newFaults({ email, standing }: ImportedPerson, { reason }: ImportPlan): Fault[] {
  const faults: Fault[] = []
  if (email === undefined)
    faults.push({ field: 'email', detail: 'Enter the e-mail address: it is how somebody new confirms their details and signs in' })
  if (standing === 'removed') faults.push({ field: 'standing', detail: 'Leave this row out: somebody who was removed is not added' })
  if (standing === 'active' && !reasonGiven(reason))
    faults.push({ field: 'standing', detail: 'Say why people become active, where you chose the columns' })
  return faults
}

function moveFault(from: Standing | null, to: Standing | null, reason: string | null): Fault | null {
  if (from === to || to === null || from === null) return null
  if (!standingMoves[from].includes(to)) {
    const ways = standingMoves[from].map((one) => standingWords[one]).join(', ')
    return {
      field: 'standing',
      detail: ways ? `From ${standingWords[from]} somebody can become: ${ways}` : `Somebody who was ${standingWords[from].toLowerCase()} stays so`,
    }
  }
  return to === 'active' && !reasonGiven(reason) ? { field: 'standing', detail: 'Say why people become active, where you chose the columns' } : null
}

/** Somebody as they are once a row was taken. Their address stays: it is how they sign in. When they joined stays too. */
export const applied = (before: Person, row: ImportedPerson, plan: ImportPlan): Person => ({
  ...before,
  name: row.name ?? before.name,
  phone: row.phone ?? before.phone,
  region: row.region ?? before.region,
  roles: row.roles ?? before.roles,
  standing: row.standing ?? before.standing ?? plan.standing,
})

const shown = (value: Person['roles'] | string | null): string | null => (Array.isArray(value) ? value.toSorted().join(', ') : value)

const changesOf = (before: Person, after: Person): ImportRow['changes'] =>
  (['name', 'phone', 'region', 'roles', 'standing'] as const)
    .map((field) => ({ field, from: shown(before[field]), to: shown(after[field]) }))
    .filter(({ from, to }) => from !== to)

/** What a row is found by: the address, and the name without accents and case. */
export const rowKeys = ({ name, email }: ImportedPerson): { email: string | null; name: string | null } => ({
  email: email === undefined ? null : emailKey(email),
  name: name === undefined ? null : nameKey(name),
})
