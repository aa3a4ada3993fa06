import type { Member } from '#domain/member.ts'
import { showDay } from '#lib/show.ts'
import { confirmCopy } from './confirm.copy.ts'
import type { MemberSearch } from './member-search.ts'
import { MemberSections } from './member-sections.tsx'

/** Somebody’s capacity as a coordinator keeps it, with when the member last said that it is right. */
export const PersonCapacity = (props: { member: Member; search: MemberSearch; base: string; details: string }) => (
  <>
    <p className="govuk-body">{props.member.confirmedAt ? confirmCopy.confirmedOn(showDay(props.member.confirmedAt)) : confirmCopy.neverConfirmed}</p>
    <MemberSections {...props} />
  </>
)
