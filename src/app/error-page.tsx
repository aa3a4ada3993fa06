import { Link, useRouteError } from 'react-router'
import { ApiError } from '#lib/api-error.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Page } from '#ui/page.tsx'
import { copy } from './app.copy.ts'

/** A page that could not be shown: what happened in plain words, and a way on. */
export function ErrorPage() {
  const error = useRouteError()
  const { title, text, again } = wordsFor(error)
  return (
    <Page title={title}>
      <div className="app-measure">
        <p className="govuk-body">{text}</p>
        {again && <Button onClick={() => location.reload()}>{copy.errors.tryAgain}</Button>}
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.start()}>
            {copy.errors.start}
          </Link>
        </p>
      </div>
    </Page>
  )
}

function wordsFor(error: unknown): { title: string; text: string; again?: boolean } {
  if (error instanceof ApiError) {
    if (error.status === 404) return copy.errors.notFound
    if (error.status === 403) return copy.errors.forbidden
    if (error.status === 422) return copy.errors.badAddress
    return { ...copy.errors.down, again: true }
  }
  // A page's code that cannot be fetched: the product was released anew since this tab was opened.
  if (error instanceof Error && /import|module|preload/i.test(error.message)) return { ...copy.errors.newRelease, again: true }
  return { ...copy.errors.unexpected, again: true }
}
