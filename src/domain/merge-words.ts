import type { z } from 'zod'
import type * as schema from './merge.schema.ts'

type MergeField = z.infer<typeof schema.MergeField>
type MergePart = z.infer<typeof schema.MergePart>

/** The words for each field, on the page and in what is asked. */
export const fieldWords: Record<MergeField, string> = {
  name: 'Name',
  email: 'E-mail address',
  phone: 'Phone number',
  region: 'Region',
  roles: 'Roles',
  standing: 'Status',
  joinedOn: 'Joined',
  regions: 'Other regions travelled to',
  sector: 'Sector',
  specialisms: 'Specialisms',
  languages: 'Languages',
  offer: 'Capacity offered',
}

type Counted = (rows: number) => string
const count =
  (one: string, many: string): Counted =>
  (rows) =>
    rows === 1 ? `1 ${one}` : `${rows} ${many}`

/** What a record holds beside its fields, with how many there are. */
export const partWords: Record<MergePart, Counted> = {
  availability: count('entry about being free or away', 'entries about being free or away'),
  commitments: count('review in hand', 'reviews in hand'),
  checks: count('check', 'checks'),
  // How many somebody declared is theirs to show.
  affiliations: () => 'ties to organisations',
  declaration: () => 'when ties were last declared complete',
  tags: count('tag', 'tags'),
  asks: count('answered wish to join', 'answered wishes to join'),
  'extra-tries': count('grant of extra tries', 'grants of extra tries'),
  messages: count('message about training', 'messages about training'),
  modules: count('module begun', 'modules begun'),
  tries: count('knowledge check taken', 'knowledge checks taken'),
  certificates: count('certificate', 'certificates'),
  levels: count('verified level', 'verified levels'),
  // What coordinators do not see is not counted for them either.
  own: () => 'what they wrote for themself, such as ratings, evidence and notes',
  requests: count('request for verification', 'requests for verification'),
}
