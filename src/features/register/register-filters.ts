import type { OrganisationKind } from '#domain/organisation.ts'
import { regions } from '#domain/region.ts'
import { organisationKindWords } from '#domain/words-organisations.ts'
import { oneOf, searchCodec, text } from '#lib/search-params.ts'

// Each has one word for every value, as its type asks: the keys are the whole list.
export const organisationKinds = Object.keys(organisationKindWords) as OrganisationKind[]

/** What the register keeps in its address. */
export const registerFilters = searchCodec({
  name: text,
  kind: oneOf(organisationKinds),
  region: oneOf(regions),
  area: text,
  after: text,
  before: text,
})

/** What the page of one organisation, or of a match, keeps in its address: what is being added, and the name that is searched for. */
export const organisationSearch = searchCodec({ show: oneOf(['merger']), name: text })

export type Filters = ReturnType<typeof registerFilters.read>
