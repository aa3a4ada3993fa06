import { useMutation } from '@tanstack/react-query'
import type { EvidenceVersion, OwnEvidence } from '#domain/evidence.ts'
import { saveFile } from '#lib/save-file.ts'
import { showMoment } from '#lib/show.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Details } from '#ui/notes.tsx'
import { copy, showSize } from './evidence.copy.ts'
import { fetchFile } from './evidence.queries.ts'
import './evidence.scss'

/** What a piece of evidence holds, the newest version first. Each stays as it was declared. */
export function Versions({ evidence: { id, versions } }: { evidence: OwnEvidence }) {
  const [newest, ...earlier] = versions.toReversed()
  if (!newest) return null
  return (
    <>
      <Version id={id} version={newest} />
      {earlier.length > 0 && (
        <Details summary={copy.earlier}>
          {earlier.map((version) => (
            <Version key={version.number} id={id} version={version} />
          ))}
        </Details>
      )}
    </>
  )
}

const Version = ({ id, version: { number, text, url, file, from, at } }: { id: string; version: EvidenceVersion }) => (
  <section aria-label={copy.version(number, showMoment(at))}>
    <p className="govuk-hint">{copy.version(number, showMoment(at))}</p>
    {url && (
      <p className="govuk-body app-words">
        <a className="govuk-link" href={url} rel="noreferrer external">
          {url}
        </a>
      </p>
    )}
    {text && <p className="govuk-body app-words">{text}</p>}
    {from && (
      <p className="govuk-body">
        <strong>{copy.from(from.name, from.capacity)}</strong>
      </p>
    )}
    {file && <SaveFile id={id} number={number} file={file} />}
  </section>
)

function SaveFile({ id, number, file }: { id: string; number: number; file: NonNullable<EvidenceVersion['file']> }) {
  const { mutate, isPending, isError } = useMutation({
    mutationFn: async () => {
      saveFile(file.name, await fetchFile(id, number))
    },
  })
  return (
    <>
      {isError && <ErrorSummary errors={saveFailed} />}
      <Button variant="secondary" busy={isPending} onClick={() => mutate()}>
        {copy.save(file.name, showSize(file.bytes))}
      </Button>
    </>
  )
}

const saveFailed = [{ pointer: '', detail: copy.saveFailed }]
