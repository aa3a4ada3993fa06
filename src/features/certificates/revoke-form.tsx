import { useMutation } from '@tanstack/react-query'
import type { Certificate, RevocationReason } from '#domain/certificate.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { WarningText } from '#ui/notes.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './certificates.copy.ts'
import { revokeCertificate } from './certificates.queries.ts'

/** For an administrator: takes a certificate back for good, with a reason for everybody and words for its holder. */
export function RevokeForm({ certificate, onDone }: { certificate: Certificate; onDone: (what: string) => void }) {
  const { mutateAsync } = useMutation(revokeCertificate(certificate))
  const form = useForm(async (values) => {
    // What was typed goes as it is: the API says what is wrong with it, at the field it belongs to.
    await mutateAsync({ reason: typed(values, 'reason') as RevocationReason, words: typed(values, 'words') })
    onDone(copy.revoked(certificate.claims.name))
  })
  return (
    <form className="app-certificate__screen" onSubmit={form.onSubmit} noValidate>
      <h2 className="govuk-heading-m">{copy.revoke}</h2>
      <ErrorSummary errors={form.problem?.status === 412 ? [{ pointer: '', detail: copy.changed }] : form.errors} />
      <WarningText>{copy.revokeWhat}</WarningText>
      <Radios label={copy.reason} hint={copy.reasonHint} name="reason" error={form.errorAt('reason')} options={copy.reasons} />
      <TextArea label={copy.words} hint={copy.wordsHint} name="words" most={500} error={form.errorAt('words')} />
      <Button variant="warning" busy={form.busy}>
        {copy.revokeNow}
      </Button>
    </form>
  )
}
