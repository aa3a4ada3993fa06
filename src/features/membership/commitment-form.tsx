import { useMutation, useQuery } from '@tanstack/react-query'
import type { Commitment, CommitmentGiven, Member } from '#domain/member.ts'
import type { PoolRole } from '#domain/person.ts'
import { poolRoleWords, regionWords } from '#domain/words.ts'
import { useSearch } from '#lib/search-params.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { poolRoles } from './pool-roles.ts'
import { copy, reviewWords } from './member.copy.ts'
import { memberQueries, removeCommitment, saveCommitment } from './member.queries.ts'
import { memberSearch, type MemberSearch } from './member-search.ts'
import { TakeBack } from './take-back.tsx'
import { useEntryForm } from './use-entry-form.ts'

const given = (values: FormData): CommitmentGiven => {
  const days = typed(values, 'days').trim()
  return {
    reference: typed(values, 'reference'),
    authority: typed(values, 'authority'),
    // The API says which answers there are, and refuses the rest; what is no number is for it to say, too.
    role: typed(values, 'role') as PoolRole,
    from: typed(values, 'from'),
    to: typed(values, 'to') || null,
    days: /^\d{1,6}$/.test(days) ? Number(days) : (days as unknown as number),
  }
}

interface CommitmentFormProps {
  member: Member
  before: Commitment | null
  search: MemberSearch
  onSaved: () => void
  onRemoved: () => void
}

/** A review in hand. The authority is found in the register first; searching again leaves what is typed as it is. */
export function CommitmentForm({ member, before, search, onSaved, onRemoved }: CommitmentFormProps) {
  const [, setSearch] = useSearch(memberSearch)
  const name = search.name ?? before?.authorityName ?? null
  const { data: found } = useQuery({ ...memberQueries.authorities(name ?? ''), enabled: name !== null, placeholderData: (previous) => previous })
  const { mutateAsync } = useMutation(saveCommitment(member.personId))
  const form = useEntryForm(before, given, mutateAsync, reviewWords, onSaved)
  const hits = found?.organisations ?? []
  return (
    <>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          setSearch({ ...search, name: typed(new FormData(event.currentTarget), 'name').trim() }, true)
        }}
      >
        <Field label={copy.find} hint={copy.findHint} name="name" type="search" autoComplete="off" defaultValue={name ?? ''} />
        <Button variant="secondary">{copy.search}</Button>
      </form>
      <p className="govuk-body" role="status">
        {name !== null && found && copy.hits(hits.length, found.total)}
      </p>
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary errors={form.errors} />
        {hits.length > 0 && (
          <Radios
            key={hits.map(({ id }) => id).join()}
            label={copy.authority}
            name="authority"
            defaultValue={before?.authority ?? (hits.length === 1 ? hits[0]?.id : null)}
            error={form.errorAt('authority')}
            options={hits.map(({ id, name: text, region }) => ({ value: id, text, ...(region ? { hint: regionWords[region] } : {}) }))}
          />
        )}
        <Field
          label={copy.reference}
          hint={copy.referenceHint}
          name="reference"
          width={20}
          autoComplete="off"
          defaultValue={before?.reference}
          error={form.errorAt('reference')}
        />
        <Radios
          label={copy.role}
          name="role"
          defaultValue={before?.role}
          error={form.errorAt('role')}
          options={poolRoles.map((value) => ({ value, text: poolRoleWords[value] }))}
        />
        <Field label={copy.began} name="from" type="date" width={10} defaultValue={before?.from} error={form.errorAt('from')} />
        <Field label={copy.ends} hint={copy.endsHint} name="to" type="date" width={10} defaultValue={before?.to ?? ''} error={form.errorAt('to')} />
        <Field
          label={copy.takes}
          hint={copy.takesHint}
          name="days"
          inputMode="numeric"
          width={2}
          defaultValue={before?.days.toString()}
          error={form.errorAt('days')}
        />
        <Button busy={form.busy}>{copy.save}</Button>
      </form>
      {before && <TakeBack entry={before} mutation={removeCommitment(member.personId)} onRemoved={onRemoved} />}
    </>
  )
}
