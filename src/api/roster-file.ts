import { poolRoleWords, regionWords, rosterTrainingWords, shortPoolRoleWords, standingWords } from '#domain/words.ts'
import type { RosterFilters, RosterRow } from '#domain/person.ts'
import type { wholeRoster } from './repository/roster.ts'
import { dueAsText, freeAsText, readinessAsText, reviewsAsText, tiesAsText } from './roster-file-words.ts'

type Batches = ReturnType<typeof wholeRoster>
type Row = RosterRow & { email: string | null; phone: string | null }

interface FileColumn {
  heading: string
  of: (row: Row) => string
}

/** The roster as rows of text, its headings first: what the page shows for the same filters. An import knows the headings of what it reads again. */
export async function* rosterAsRows(batches: Batches, filters: RosterFilters, contact: boolean): AsyncGenerator<string[][]> {
  const columns = columnsFor(filters, contact)
  yield [columns.map(({ heading }) => heading)]
  for await (const rows of batches) yield rows.map((row) => columns.map(({ of }) => of(row)))
}

/** `contact` adds e-mail addresses and phone numbers, which the roster does not show. */
const columnsFor = ({ ties, ready, freeFrom, freeTo, left, load, due, skill }: RosterFilters, contact: boolean): FileColumn[] => [
  { heading: 'Name', of: ({ name }) => name },
  { heading: 'Role', of: ({ roles }) => roles.map((role) => (role in poolRoleWords ? shortPoolRoleWords[role] : '')).join('; ') },
  { heading: 'Region', of: ({ region }) => (region ? regionWords[region] : '') },
  { heading: 'Status', of: ({ standing }) => (standing ? standingWords[standing] : '') },
  { heading: 'Core training', of: ({ training }) => rosterTrainingWords[training] },
  ...(ties ? [{ heading: 'Ties', of: (row: Row) => tiesAsText(row.ties) }] : []),
  ...(ready ? [{ heading: `Ready on ${ready}`, of: (row: Row) => readinessAsText(row.readiness) }] : []),
  ...(freeFrom && freeTo ? [{ heading: `Free ${freeFrom} to ${freeTo}`, of: (row: Row) => freeAsText(row.free) }] : []),
  ...(left || load ? [{ heading: 'Reviews in hand', of: (row: Row) => reviewsAsText(row.reviews) }] : []),
  ...(due ? [{ heading: 'Check due first', of: (row: Row) => dueAsText(row.due) }] : []),
  ...(skill ? [{ heading: `Verified level of ${skill}`, of: (row: Row) => (row.level ? String(row.level) : 'Not verified') }] : []),
  ...(contact
    ? [
        { heading: 'E-mail', of: ({ email }: Row) => email ?? '' },
        { heading: 'Phone', of: ({ phone }: Row) => phone ?? '' },
      ]
    : []),
  { heading: 'Joined', of: ({ joinedOn }) => joinedOn },
]
