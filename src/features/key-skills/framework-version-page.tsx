import { Link, useLoaderData, useNavigation } from 'react-router'
import type { Framework } from '#domain/framework.ts'
import { paths } from '#paths'
import { BackLink, WarningText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { copy } from './framework.copy.ts'
import { FrameworkView } from './framework-view.tsx'

/** A version by its number, marked when it is not the one in use. */
export function FrameworkVersionPage() {
  const { framework, inUse } = useLoaderData<{ framework: Framework; inUse: number | null }>()
  const { version } = framework
  return (
    <>
      <BackLink to={paths.framework()}>{copy.back}</BackLink>
      <Page title={copy.versionTitle(version)} busy={useNavigation().state === 'loading'}>
        <div className="app-measure">
          {version === inUse ? (
            <p className="govuk-body">{copy.inUse(version)}</p>
          ) : (
            <>
              <WarningText>{copy.older(version)}</WarningText>
              <p className="govuk-body">
                {copy.olderWhy}{' '}
                {inUse === null ? (
                  copy.noneInUse
                ) : (
                  <Link className="govuk-link" to={paths.framework()}>
                    {copy.newest(inUse)}
                  </Link>
                )}
              </p>
            </>
          )}
        </div>
        <FrameworkView framework={framework} inUse={version === inUse} clearTo={paths.frameworkVersion(version)} />
      </Page>
    </>
  )
}
