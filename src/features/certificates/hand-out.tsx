import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { saveFile } from '#lib/save-file.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { copy } from './certificates.copy.ts'
import { downloadCredential, downloadPdf } from './certificates.queries.ts'

/** How a holder gives their certificate to somebody: the signed file, a PDF, the code, or paper. */
export function HandOut({ code }: { code: string }) {
  const { mutate, isPending, isError, variables } = useMutation({
    mutationFn: async (kind: 'pdf' | 'jwt') =>
      saveFile(`panel-pool-${code}.${kind}`, await (kind === 'pdf' ? downloadPdf : downloadCredential)(code)),
  })
  const [said, setSaid] = useState('')
  const copyCode = () =>
    navigator.clipboard.writeText(code).then(
      () => setSaid(copy.copied),
      () => setSaid(copy.copyFailed),
    )
  return (
    <section className="app-certificate__screen" aria-labelledby="hand-out">
      <h2 className="govuk-heading-m" id="hand-out">
        {copy.handOut}
      </h2>
      <p className="govuk-body">{copy.handOutWhat}</p>
      <p className="govuk-body">{copy.downloadWhat}</p>
      <p className="govuk-body">{copy.pdfWhat}</p>
      <Actions>
        <Button busy={isPending && variables === 'jwt'} onClick={() => mutate('jwt')}>
          {copy.download}
        </Button>
        <Button variant="secondary" busy={isPending && variables === 'pdf'} onClick={() => mutate('pdf')}>
          {copy.downloadPdf}
        </Button>
        <Button variant="secondary" onClick={() => void copyCode()}>
          {copy.copyCode}
        </Button>
        <Button variant="secondary" onClick={() => print()}>
          {copy.print}
        </Button>
      </Actions>
      <div role="status">
        {isError && <p className="govuk-error-message">{copy.downloadFailed(variables)}</p>}
        {said && <p className="govuk-body">{said}</p>}
      </div>
    </section>
  )
}
