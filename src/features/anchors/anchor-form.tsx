import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { AnchorDossier, AnchorSheet } from '#domain/anchor.ts'
import { poolRoleWords } from '#domain/words.ts'
import { ApiError } from '#lib/api-error.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, type FieldError } from '#ui/error-summary.tsx'
import { BackLink, WarningText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { SideBySide } from '#ui/side-by-side.tsx'
import { copy } from './anchors.copy.ts'
import { anchorsQueries, handInAnchor } from './anchors.queries.ts'
import { CandidateSent } from './candidate-sent.tsx'
import { FindingFields } from './finding-fields.tsx'
import { useKeptFindings } from './use-kept-findings.ts'

/** What a candidate sent, skill by skill, with a level and a reason to give for each. */
export function AnchorForm({ anchor, onHandedIn }: { anchor: AnchorDossier; onHandedIn: () => void }) {
  const kept = useKeptFindings(anchor)
  const { errors, busy, submit } = useHandIn(anchor, kept, onHandedIn)
  const errorAt = (field: string) => errors.find(({ pointer }) => pointer === `/${field}`)?.detail
  return (
    <>
      <BackLink to={paths.anchors()}>{copy.title}</BackLink>
      <Page title={anchor.title} caption={copy.hint(anchor.candidate, poolRoleWords[anchor.role])}>
        <ErrorSummary errors={errors} />
        <div className="app-measure">
          <p className="govuk-body">{anchor.about}</p>
          <ul className="govuk-list govuk-list--bullet">
            {copy.howTo.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
          <p className="govuk-body">{copy.kept}</p>
        </div>
        {anchor.skills.map((asked) => (
          <section key={asked.skill} className="app-skill" aria-labelledby={`skill-${asked.skill}`}>
            <h2 className="govuk-heading-m" id={`skill-${asked.skill}`}>
              {asked.skill} {asked.words.name}
            </h2>
            <p className="govuk-body app-measure">{asked.words.summary}</p>
            <SideBySide
              left={
                <>
                  <h3 className="govuk-heading-s">{copy.sent(anchor.candidate)}</h3>
                  <CandidateSent anchor={anchor} asked={asked} />
                </>
              }
              right={<FindingFields anchor={anchor} asked={asked} kept={kept} errorAt={errorAt} />}
            />
          </section>
        ))}
        <WarningText>{copy.final}</WarningText>
        <Button busy={busy} onClick={() => void submit()}>
          {copy.handIn}
        </Button>
      </Page>
    </>
  )
}

/** Hands in what is on the page: everything is saved first, and nothing that another tab changed goes in unseen. */
function useHandIn({ id }: AnchorDossier, kept: ReturnType<typeof useKeptFindings>, onHandedIn: () => void) {
  const client = useQueryClient()
  const { mutateAsync } = useMutation(handInAnchor(id))
  const key = useRef(crypto.randomUUID())
  const [errors, setErrors] = useState<FieldError[]>([])
  const [busy, setBusy] = useState(false)

  async function submit() {
    setBusy(true)
    setErrors(await handIn())
    setBusy(false)
  }

  async function handIn(): Promise<FieldError[]> {
    const { changed, failed } = await kept.settle()
    const before = [
      ...changed.map((skill) => ({ pointer: `/level-${skill}`, detail: copy.resolveFirst(skill) })),
      ...failed.map((skill) => ({ pointer: `/reason-${skill}`, detail: copy.notSaved(skill) })),
    ]
    if (before.length > 0) return before
    try {
      await mutateAsync({ version: kept.sheetVersion(), key: key.current })
      onHandedIn()
      return []
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      key.current = crypto.randomUUID()
      return refusal(error)
    }
  }

  function refusal(error: ApiError): FieldError[] {
    const { errors: at, current, title } = error.problem
    if (error.status === 412 && current) {
      kept.take(current as AnchorSheet, null)
      return [{ pointer: '', detail: title }]
    }
    // Handed in from another tab: its reference can be read.
    if (error.status === 409) void client.invalidateQueries({ queryKey: anchorsQueries.anchor(id).queryKey })
    if (!at || at.length === 0) return [{ pointer: '', detail: title }]
    return at.map(({ pointer, detail }) => ({ pointer: pointer.replace(/^\/ratings\/(.+)\/(level|reason)$/, '/$2-$1'), detail }))
  }

  return { errors, busy, submit }
}
