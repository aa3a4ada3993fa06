import { useMutation } from '@tanstack/react-query'
import type { Certificate } from '#domain/certificate.ts'
import { useForm } from '#lib/form.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { copy } from './certificates.copy.ts'
import { setReminders } from './certificates.queries.ts'

/** Whether its holder is reminded before a certificate runs out, and a way to stop that or begin again. */
export function Reminders({ certificate }: { certificate: Certificate }) {
  const { mutateAsync } = useMutation(setReminders(certificate))
  const { reminders } = certificate
  const form = useForm(() => mutateAsync(!reminders))
  return (
    <section className="app-certificate__screen" aria-labelledby="reminders">
      <h2 className="govuk-heading-m" id="reminders">
        {copy.reminders}
      </h2>
      <form onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} />
        <p className="govuk-body" role="status">
          {copy.remindersAre(reminders)}
        </p>
        <Button variant="secondary" busy={form.busy}>
          {reminders ? copy.stopReminders : copy.startReminders}
        </Button>
      </form>
    </section>
  )
}
