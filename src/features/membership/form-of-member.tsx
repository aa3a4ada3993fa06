import type { ReactNode } from 'react'
import type { Member } from '#domain/member.ts'
import { regionWords } from '#domain/words.ts'
import { BackLink } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { AvailabilityForm } from './availability-form.tsx'
import { BackgroundForm } from './background-form.tsx'
import { CapacityForm } from './capacity-form.tsx'
import { CommitmentForm } from './commitment-form.tsx'
import { copy } from './member.copy.ts'
import type { MemberSearch } from './member-search.ts'
import { RegionsForm } from './regions-form.tsx'

export interface MemberFormProps {
  member: Member
  search: MemberSearch
  /** Whose it is, for somebody else than themself. */
  name: string | null
  /** The page that the form is part of, and where it leads back to. */
  base: string
  onSaved: (said: string) => void
}

/** The form of one part of a member; null when the address asks for none. */
export function formOfMember({ member, search, name, base, onSaved }: MemberFormProps): ReactNode {
  const { show, id } = search
  const framed = (title: string, form: ReactNode) => (
    <>
      <BackLink to={base}>{copy.back}</BackLink>
      <Page title={title} {...(name ? { caption: name } : {})}>
        <div className="app-measure">{form}</div>
      </Page>
    </>
  )
  const shared = { member, onSaved: () => onSaved(copy.saved) }
  if (show === 'capacity') return framed(name ? copy.offerTitleOf(name) : copy.offerTitle, <CapacityForm {...shared} />)
  if (show === 'background') return framed(name ? copy.backgroundTitleOf(name) : copy.backgroundTitle, <BackgroundForm {...shared} />)
  if (show === 'regions')
    return framed(
      name ? copy.regionsTitleOf(name) : copy.regionsTitle,
      <RegionsForm {...shared} home={member.region && regionWords[member.region]} />,
    )
  const removed = () => onSaved(copy.removed)
  if (show === 'availability') {
    const before = member.availability.find((one) => one.id === id) ?? null
    return framed(
      before ? copy.changeAvailability : copy.addAvailability,
      <AvailabilityForm key={id ?? 'new'} {...shared} before={before} onRemoved={removed} />,
    )
  }
  if (show === 'commitment') {
    const before = member.commitments.find((one) => one.id === id) ?? null
    return framed(
      before ? copy.changeCommitment : copy.addCommitment,
      <CommitmentForm key={id ?? 'new'} {...shared} before={before} search={search} onRemoved={removed} />,
    )
  }
  return null
}
