import { partsCopy } from './draft-parts.copy.ts'
import { DomainsForm } from './domains-form.tsx'
import { DraftPart } from './draft-part.tsx'

/** The domains of a draft, with their names and the order of everything. */
export const DraftDomainsPage = () => (
  <DraftPart title={partsCopy.domains} what={partsCopy.domainsWhat}>
    {(props) => <DomainsForm {...props} />}
  </DraftPart>
)
