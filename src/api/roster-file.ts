import { poolRoleWords, regionWords, shortPoolRoleWords, standingWords, trainingWords } from '#domain/words.ts'
import type { PoolRole, Roster, Standing, TrainingState } from '#domain/person.ts'
import type { Region } from '#domain/region.ts'
import type { wholeRoster } from './repository/roster.ts'

type Batches = ReturnType<typeof wholeRoster>
type Ties = NonNullable<Roster['people'][number]['ties']>

interface FileColumns {
  /** E-mail addresses and phone numbers, which the roster does not show. */
  contact: boolean
  /** What is on record about the organisations that were asked about. */
  ties: boolean
}

/** The roster as rows of text, its headings first. An import knows each heading again. */
export async function* rosterAsRows(batches: Batches, { contact, ties }: FileColumns): AsyncGenerator<string[][]> {
  const headings = ['Name', 'Role', 'Region', 'Status', 'Core training', ...(ties ? ['Ties'] : []), ...(contact ? ['E-mail', 'Phone'] : []), 'Joined']
  yield [headings]
  for await (const { rows, ties: found } of batches)
    yield rows.map((row) => [
      row.name,
      rolesAsText(row.roles),
      row.region ? regionWords[row.region as Region] : '',
      row.standing ? standingWords[row.standing as Standing] : '',
      trainingWords[row.training as TrainingState],
      ...(ties ? [tiesAsText(found?.get(row.id))] : []),
      ...(contact ? [row.email ?? '', row.phone ?? ''] : []),
      row.joined_on,
    ])
}

const rolesAsText = (roles: string): string =>
  roles
    .split(',')
    .map((role) => (role in poolRoleWords ? shortPoolRoleWords[role as PoolRole] : ''))
    .join('; ')

/** Nobody is ever called clear. */
function tiesAsText(ties: Ties | null | undefined): string {
  if (!ties || ties.kind === 'not-known') return 'Not known'
  return ties.kind === 'none'
    ? `No tie on record (declared ${ties.declaredOn})`
    : `Tie: ${ties.ties.map(({ organisation }) => organisation).join('; ')}`
}
