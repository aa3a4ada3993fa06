import { Link } from 'react-router'
import type { Availability, Commitment, Member } from '#domain/member.ts'
import { availabilityWords, regionWords, shortPoolRoleWords } from '#domain/words.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Details } from '#ui/notes.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { Calendar } from './calendar.tsx'
import { CapacityStrip } from './capacity-strip.tsx'
import { backgroundWords, copy, entryWords, fromTo, offerWords, regionList, rolesIn } from './member.copy.ts'
import { memberSearch, type MemberSearch } from './member-search.ts'
import './membership.scss'

interface SectionProps {
  member: Member
  search: MemberSearch
  /** The page that this stands on. */
  base: string
  /** Where name, region and phone are changed. */
  details: string
}

/** What the pool knows of a member’s capacity, each part with the way to change it. */
export const MemberSections = ({ member, search, base, details }: SectionProps) => (
  <>
    <h2 className="govuk-heading-m">{copy.capacityStrip}</h2>
    <CapacityStrip member={member} />
    <AvailabilitySection member={member} search={search} base={base} />
    <CommitmentSection member={member} base={base} />
    <h2 className="govuk-heading-m">{copy.background}</h2>
    <SummaryList rows={rowsOf(member, base, details)} />
  </>
)

const at = (base: string, show: MemberSearch['show'], id?: string) => `${base}${memberSearch.write({ show, id })}`

const rowsOf = (member: Member, base: string, details: string) => [
  { key: copy.offer, value: offerWords(member), action: { to: at(base, 'capacity'), text: copy.change } },
  { key: copy.homeRegion, value: member.region ? regionWords[member.region] : copy.noRegion, action: { to: details, text: copy.change } },
  { key: copy.regions, value: regionList(member.regions), action: { to: at(base, 'regions'), text: copy.change } },
  { key: copy.background, value: backgroundWords(member), action: { to: at(base, 'background'), text: copy.change } },
]

function AvailabilitySection({ member, search, base }: Omit<SectionProps, 'details'>) {
  const { availability, today } = member
  const [past, coming] = [availability.filter(({ to }) => to < today), availability.filter(({ to }) => to >= today)]
  const table = (entries: readonly Availability[], caption: string) => (
    <Table
      caption={caption}
      columns={copy.availabilityColumns.map((title) => ({ title }))}
      rows={entries.map((entry) => (
        <Row key={entry.id}>
          <RowHeader>{fromTo(entry.from, entry.to)}</RowHeader>
          <Cell>{availabilityWords[entry.state]}</Cell>
          <Cell>{rolesIn(entry.roles)}</Cell>
          <Cell>{entry.note}</Cell>
          <Cell>
            <Link className="govuk-link" to={at(base, 'availability', entry.id)}>
              {copy.change}
              <span className="govuk-visually-hidden"> {entryWords(entry)}</span>
            </Link>
          </Cell>
        </Row>
      ))}
    />
  )
  return (
    <>
      <h2 className="govuk-heading-m">{copy.availability}</h2>
      <p className="govuk-hint">{copy.availabilityNote}</p>
      <Calendar member={member} search={search} />
      {coming.length === 0 ? <Empty>{copy.noAvailability}</Empty> : table(coming, copy.comingEntries)}
      {past.length > 0 && <Details summary={copy.past}>{table(past, copy.past)}</Details>}
      <ButtonLink variant="secondary" to={at(base, 'availability')}>
        {copy.addAvailability}
      </ButtonLink>
    </>
  )
}

function CommitmentSection({ member: { commitments, today }, base }: Omit<SectionProps, 'search' | 'details'>) {
  const isPast = ({ to }: Commitment) => to !== null && to < today
  const [past, current] = [commitments.filter(isPast), commitments.filter((one) => !isPast(one))]
  const table = (entries: readonly Commitment[], caption: string) => (
    <Table
      caption={caption}
      columns={copy.commitmentColumns.map((title) => ({ title }))}
      rows={entries.map((one) => (
        <Row key={one.id}>
          <RowHeader>{one.reference}</RowHeader>
          <Cell>{one.authorityName}</Cell>
          <Cell>{shortPoolRoleWords[one.role]}</Cell>
          <Cell>{fromTo(one.from, one.to)}</Cell>
          <Cell>{one.days}</Cell>
          <Cell>
            <Link className="govuk-link" to={at(base, 'commitment', one.id)}>
              {copy.change}
              <span className="govuk-visually-hidden"> {one.reference}</span>
            </Link>
          </Cell>
        </Row>
      ))}
    />
  )
  return (
    <>
      <h2 className="govuk-heading-m">{copy.commitments}</h2>
      <p className="govuk-hint">{copy.commitmentsNote}</p>
      {current.length === 0 ? <Empty>{copy.noCommitments}</Empty> : table(current, copy.inHandNow)}
      {past.length > 0 && <Details summary={copy.pastReviews}>{table(past, copy.pastReviews)}</Details>}
      <ButtonLink variant="secondary" to={at(base, 'commitment')}>
        {copy.addCommitment}
      </ButtonLink>
    </>
  )
}
