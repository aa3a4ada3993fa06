import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { EvidenceKind } from '#domain/evidence.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink, Details } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { copy } from './evidence.copy.ts'
import { startEvidence } from './evidence.queries.ts'

const kinds = Object.keys(copy.kinds) as EvidenceKind[]

/** What kind of evidence it is comes first: what is asked then follows from it. */
export function AddEvidencePage() {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const key = useRef(crypto.randomUUID())
  const { mutateAsync } = useMutation({ ...startEvidence, onSettled: () => (key.current = crypto.randomUUID()) })
  const form = useForm(async (values) => {
    const { id } = await mutateAsync({ kind: typed(values, 'kind') as EvidenceKind, key: key.current })
    // Going back leads to the list, not to a second draft.
    await navigate(paths.evidenceItem(id), { replace: true })
  })
  return (
    <>
      <BackLink to={paths.evidence()}>{copy.title}</BackLink>
      <Page title={copy.add}>
        <form className="app-measure" onSubmit={form.onSubmit} noValidate>
          <ErrorSummary errors={form.errors} />
          <Details summary={copy.whoSees}>{copy.whoSeesText}</Details>
          <Radios
            label={copy.kindQuestion}
            legendSize="m"
            name="kind"
            error={form.errorAt('kind')}
            defaultValue={search.get('kind')}
            options={kinds.map((value) => ({ value, text: copy.kinds[value].name, hint: copy.kinds[value].hint }))}
          />
          <Button busy={form.busy}>{copy.goOn}</Button>
        </form>
      </Page>
    </>
  )
}
