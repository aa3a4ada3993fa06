import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import type { MouseEvent } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { DraftSkill } from '#domain/framework-version.ts'
import { useForm } from '#lib/form.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { skillCopy } from './draft-skill.copy.ts'
import { copy } from './framework-versions.copy.ts'
import { removeSkill, versionQueries } from './framework-versions.queries.ts'
import { fieldFor } from './skill-words.ts'
import { SkillWordsForm } from './skill-words-form.tsx'

/** The words of one skill of a draft. */
export function DraftSkillPage() {
  const { version = '', skill: id = '' } = useParams()
  const number = Number(version)
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const { data: draft } = useSuspenseQuery(versionQueries.draft(number))
  const { data: read } = useSuspenseQuery(versionQueries.skill(number, id))
  const skill = read.exists ? read : { ...read, words: { ...read.words, domain: search.get('domain') ?? read.words.domain } }
  const missing = draft.faults.filter((fault) => fault.skill === id)
  const back = (done: string) => void navigate(paths.frameworkDraft(number), { state: { done } })
  return (
    <>
      <BackLink to={paths.frameworkDraft(number)}>{copy.draftTitle(number)}</BackLink>
      <Page title={skill.exists ? copy.editSkill(id, skill.words.name) : skillCopy.newSkill(id)} caption={copy.draftTitle(number)}>
        {draft.state === 'draft' && draft.mayKeep ? (
          <div className="app-measure">
            {missing.length > 0 && (
              <InsetText>
                <p>{skillCopy.stillMissing}</p>
                <ul className="govuk-list govuk-list--bullet">
                  {missing.map(({ pointer, detail }) => (
                    <li key={pointer + detail}>
                      <Missing field={fieldFor(pointer.replace(/^\/domains\/\d+\/skills\/\d+/, ''), skill.words).slice(1)} detail={detail} />
                    </li>
                  ))}
                </ul>
              </InsetText>
            )}
            <SkillWordsForm skill={skill} draft={draft} onSaved={() => back(skillCopy.skillSaved)} />
            {skill.exists && <RemoveForm skill={skill} onDone={() => back(skillCopy.skillRemoved)} />}
          </div>
        ) : (
          <InsetText>{skillCopy.notEditable}</InsetText>
        )}
      </Page>
    </>
  )
}

/** What is missing leads to its field; a list as a whole has none. */
function Missing({ field, detail }: { field: string; detail: string }) {
  if (field === '' || field === 'levels' || field === 'roles') return detail
  const go = (event: MouseEvent) => {
    event.preventDefault()
    document.getElementById(field)?.focus()
  }
  return (
    <a className="govuk-link" href={`#${field}`} onClick={go}>
      {detail}
    </a>
  )
}

function RemoveForm({ skill, onDone }: { skill: DraftSkill; onDone: () => void }) {
  const { mutateAsync } = useMutation(removeSkill(skill.number, skill.skill, skill.version))
  const form = useForm(async () => {
    await mutateAsync()
    onDone()
  })
  return (
    <form onSubmit={form.onSubmit}>
      <h2 className="govuk-heading-m">{skillCopy.removeSkill}</h2>
      <ErrorSummary errors={form.errors} />
      <p className="govuk-body">{skillCopy.removeWhat}</p>
      <Button variant="warning" busy={form.busy}>
        {skillCopy.removeNow}
      </Button>
    </form>
  )
}
