import { useMutation } from '@tanstack/react-query'
import type { MouseEvent } from 'react'
import { saveFile } from '#lib/save-file.ts'
import { Button } from '#ui/button.tsx'
import { copy } from './framework.copy.ts'
import { downloadFramework } from './framework.queries.ts'

const files = { case: (version: number) => `key-skills-v${version}.case.json`, csv: (version: number) => `key-skills-v${version}.csv` } as const

/** The whole version on paper or as a file. The links lead to the files themselves; where this page can fetch them it says when one does not arrive. */
export function FrameworkDownloads({ version }: { version: number }) {
  const { mutate, isPending, isError } = useMutation({
    mutationFn: async (kind: keyof typeof files) => {
      saveFile(files[kind](version), await downloadFramework(version, kind))
    },
  })
  const fetchIt = (kind: keyof typeof files) => (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (!isPending) mutate(kind)
  }
  return (
    <section className="app-downloads">
      <h2 className="govuk-heading-s">{copy.downloads}</h2>
      <ul className="govuk-list">
        {(['csv', 'case'] as const).map((kind) => (
          <li key={kind}>
            <a className="govuk-link" href={`/api/framework/versions/${version}/${kind}`} download={files[kind](version)} onClick={fetchIt(kind)}>
              {copy.download[kind]}
            </a>
          </li>
        ))}
      </ul>
      <div role="status">
        {isPending && <p className="govuk-body">{copy.downloadBusy}</p>}
        {isError && <p className="govuk-error-message">{copy.downloadFailed}</p>}
      </div>
      <p className="govuk-body">{copy.printed}</p>
      <Button variant="secondary" onClick={() => print()}>
        {copy.print}
      </Button>
    </section>
  )
}
