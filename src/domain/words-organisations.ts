import type { AffiliationKind } from './affiliation.ts'
import type { OrganisationKind } from './organisation.ts'

/** One body of a kind, as it is said in a list. */
export const organisationKindWords: Record<OrganisationKind, string> = {
  'local-authority': 'Local authority',
  police: 'Police',
  'health-trust': 'Health trust',
  'integrated-care-board': 'Integrated care board',
  'safeguarding-partnership': 'Safeguarding partnership',
  inspectorate: 'Inspectorate',
  charity: 'Charity',
  university: 'University',
  company: 'Company',
  other: 'Other',
}

/** How somebody is tied, of a person who is spoken about. */
export const affiliationKindWords: Record<AffiliationKind, string> = {
  employer: 'employed there',
  board: 'on its board or a governor',
  contract: 'under contract to it',
  family: 'a relative works there',
  financial: 'a financial interest in it',
  other: 'tied in another way',
}
