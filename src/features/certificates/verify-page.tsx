import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'react-router'
import type { CertificateVerdict } from '#domain/certificate.ts'
import { ApiError } from '#lib/api-error.ts'
import { useForm } from '#lib/form.ts'
import { saveFile } from '#lib/save-file.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { verifyCopy as copy } from './verify.copy.ts'
import { checkCertificate, downloadOfflineCheck } from './verify.queries.ts'
import { VerdictView } from './verdict-view.tsx'

/** No credential is longer than this; a file that is has been chosen by mistake, and is not sent. */
const mostBytes = 40_000

/**
 * For anybody: takes a credential's file, its text or a code. A code may come behind the # of the address, which no server sees; it is put into the field
 * and checked when its reader asks.
 */
export function VerifyPage() {
  const [text, setText] = useState(useLocation().hash.slice(1))
  const [verdict, setVerdict] = useState<CertificateVerdict | null>(null)
  const [fileError, setFileError] = useState<string | undefined>()
  const check = async (given: string) => {
    setText(given)
    setVerdict(await checkCertificate(given))
  }
  const form = useForm((values) => {
    setFileError(undefined)
    return check(typed(values, 'text'))
  })
  const { mutate: checkFile, isPending } = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > mostBytes) throw new ApiError({ status: 413, title: copy.fileTooLong })
      await check(await file.text())
    },
    onError: (error) => setFileError(error instanceof ApiError ? (error.problem.errors?.[0]?.detail ?? error.message) : copy.fileUnread),
    onSuccess: () => setFileError(undefined),
  })
  if (verdict) return <VerdictView verdict={verdict} onAgain={() => setVerdict(null)} />
  return (
    <Page title={copy.title} busy={isPending}>
      <div className="app-measure">
        <p className="govuk-body">
          {copy.intro} {copy.private}
        </p>
        <form onSubmit={form.onSubmit} noValidate>
          <ErrorSummary errors={fileError ? [{ pointer: '/file', detail: fileError }] : form.errors} />
          <FileField label={copy.file} hint={copy.fileHint} name="file" accept=".jwt,.txt" error={fileError} onChoose={checkFile} />
          <TextArea key={text} label={copy.text} hint={copy.textHint} name="text" defaultValue={text} error={form.errorAt('text')} />
          <Button busy={form.busy || isPending}>{copy.check}</Button>
        </form>
        <Offline />
        <h2 className="govuk-heading-m">{copy.others}</h2>
        <p className="govuk-body">
          {copy.othersWhat}{' '}
          <a className="govuk-link" href="/.well-known/jwks.json">
            {copy.keys}
          </a>
        </p>
      </div>
    </Page>
  )
}

function Offline() {
  const { mutate, isPending, isError } = useMutation({
    mutationFn: async () => saveFile('check-a-panel-pool-certificate.html', await downloadOfflineCheck()),
  })
  return (
    <>
      <h2 className="govuk-heading-m">{copy.offline}</h2>
      <p className="govuk-body">{copy.offlineWhat}</p>
      <Button variant="secondary" busy={isPending} onClick={() => mutate()}>
        {copy.saveOffline}
      </Button>
      <div role="status">{isError && <p className="govuk-error-message">{copy.offlineFailed}</p>}</div>
    </>
  )
}
