import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { type SubmitEvent, useRef, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { VerificationOptions } from '#domain/verification.ts'
import { useForm } from '#lib/form.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { copy as sentCopy } from './sent.copy.ts'
import { SentSkill } from './sent-skill.tsx'
import { ReportList, EvidencePiece } from './sent.tsx'
import { copy as entryCopy } from './shared-entries.copy.ts'
import { SharedEntries } from './shared-entries.tsx'
import { copy } from './verification.copy.ts'
import { type Chosen, sendRequest, verificationQueries } from './verification.queries.ts'

const nothing: Chosen = { skills: [], evidence: [], experience: [], entries: [] }

/** Choose, then check, then send. What is chosen stays when somebody goes back from the check. */
export function AskVerificationPage() {
  const { data: options } = useSuspenseQuery(verificationQueries.options)
  const [chosen, setChosen] = useState(nothing)
  const [search, setSearch] = useSearchParams()
  const checking = search.has('check') && chosen.skills.length > 0
  if (checking) return <Check options={options} chosen={chosen} />
  return (
    <>
      <BackLink to={paths.verification()}>{copy.title}</BackLink>
      <Page title={copy.askTitle}>
        <div className="app-measure">
          <p className="govuk-body">{copy.askIntro}</p>
          <p className="govuk-body">{copy.whoSees}</p>
          {options.declaredAt === null ? (
            <>
              <InsetText>{copy.declareFirst}</InsetText>
              <ButtonLink to={paths.affiliations()}>{copy.declare}</ButtonLink>
            </>
          ) : options.skills.length === 0 ? (
            <>
              <InsetText>{copy.nothingToSend}</InsetText>
              <ButtonLink to={paths.mySkills()}>{copy.rate}</ButtonLink>
            </>
          ) : (
            <Choose
              options={options}
              chosen={chosen}
              onChosen={(now) => {
                setChosen(now)
                setSearch({ check: '' })
              }}
            />
          )}
        </div>
      </Page>
    </>
  )
}

interface ChooseProps {
  options: VerificationOptions
  chosen: Chosen
  onChosen: (chosen: Chosen) => void
}

function Choose({ options, chosen, onChosen }: ChooseProps) {
  const [errors, setErrors] = useState<{ pointer: string; detail: string }[]>([])
  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const values = new FormData(event.currentTarget)
    const picked = (name: string) => values.getAll(name).map(String)
    // Sending refuses this too; saying it here keeps somebody from checking an empty page.
    if (picked('skills').length === 0) setErrors([{ pointer: '/skills', detail: 'Choose at least one skill' }])
    else onChosen({ skills: picked('skills'), evidence: picked('evidence'), experience: picked('experience'), entries: picked('entries') })
  }
  return (
    <form onSubmit={onSubmit} noValidate>
      <ErrorSummary errors={errors} />
      <Checkboxes
        label={copy.skills}
        legendSize="m"
        name="skills"
        defaultValues={chosen.skills}
        error={errors[0]?.detail}
        options={options.skills.map(({ rating, name, verified, reopened }) => ({
          value: rating.skill,
          text: name,
          hint: [copy.ratedAt(rating.level, rating.at), reopened && verified ? copy.verifiedAt(verified.level) : ''].join(' ').trim(),
        }))}
      />
      {options.evidence.length > 0 ? (
        <Checkboxes
          label={copy.evidence}
          hint={copy.evidenceHint}
          legendSize="m"
          name="evidence"
          defaultValues={chosen.evidence}
          options={options.evidence.map(({ id, kind, title, skills }) => ({
            value: id,
            text: title,
            hint: `${sentCopy.kinds[kind]}, ${copy.serves(skills.map((skill) => nameOf(options, skill)))}`,
          }))}
        />
      ) : (
        <>
          <h2 className="govuk-heading-m">{copy.evidence}</h2>
          <p className="govuk-body">
            {copy.noEvidence}{' '}
            <Link className="govuk-link" to={paths.addEvidence()}>
              {copy.addEvidence}
            </Link>
          </p>
        </>
      )}
      {options.experience.length > 0 && (
        <Checkboxes
          label={copy.experience}
          hint={copy.experienceHint}
          legendSize="m"
          name="experience"
          defaultValues={chosen.experience}
          options={options.experience.map(({ id, publisher, year }) => ({ value: id, text: `${publisher}, ${year}` }))}
        />
      )}
      {options.entries.length > 0 && (
        <Checkboxes
          label={entryCopy.choose}
          hint={entryCopy.chooseHint}
          legendSize="m"
          name="entries"
          defaultValues={chosen.entries}
          options={options.entries.map(({ noteId, kind, lessonTitle, words }) => ({
            value: noteId,
            text: entryCopy.about(kind, lessonTitle),
            hint: entryCopy.first(words),
          }))}
        />
      )}
      <Button>{copy.goOn}</Button>
    </form>
  )
}

const nameOf = ({ skillNames }: VerificationOptions, skill: string) => skillNames.find((one) => one.skill === skill)?.name ?? skill

function Check({ options, chosen }: { options: VerificationOptions; chosen: Chosen }) {
  const navigate = useNavigate()
  const key = useRef(crypto.randomUUID())
  const { mutateAsync } = useMutation(sendRequest)
  const form = useForm(async () => {
    const sent = await mutateAsync({ request: chosen, key: key.current })
    await navigate(paths.verificationRequest(sent.id), { state: { done: copy.sent, version: sent.version } })
  })
  const skills = options.skills.filter(({ rating }) => chosen.skills.includes(rating.skill))
  const evidence = options.evidence.filter(({ id }) => chosen.evidence.includes(id))
  const others = evidence.filter((piece) => !piece.skills.some((skill) => chosen.skills.includes(skill)))
  const reports = options.experience.filter(({ id }) => chosen.experience.includes(id))
  return (
    <>
      <BackLink to={paths.askVerification()}>{copy.change}</BackLink>
      <Page title={copy.checkTitle}>
        <form className="app-measure" onSubmit={form.onSubmit}>
          <ErrorSummary errors={form.errors.map(({ detail }) => ({ pointer: '', detail }))} />
          <p className="govuk-body">{copy.checkIntro}</p>
          {skills.map(({ rating, name }) => (
            <SentSkill key={rating.skill} name={name} rating={rating} evidence={evidence.filter((piece) => piece.skills.includes(rating.skill))} />
          ))}
          {(others.length > 0 || reports.length > 0) && <h2 className="govuk-heading-m">{copy.forAll}</h2>}
          {others.map((piece) => (
            <EvidencePiece key={piece.id} piece={piece} />
          ))}
          <ReportList reports={reports} />
          <SharedEntries entries={options.entries.filter(({ noteId }) => chosen.entries.includes(noteId))} />
          <h2 className="govuk-heading-m">{copy.next}</h2>
          <p className="govuk-body">{copy.nextText(options.lapseDays)}</p>
          <Actions>
            <Button busy={form.busy}>{copy.send}</Button>
            <Link className="govuk-link" to={paths.askVerification()}>
              {copy.change}
            </Link>
          </Actions>
        </form>
      </Page>
    </>
  )
}
