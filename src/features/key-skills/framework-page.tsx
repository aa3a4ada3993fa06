import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigation } from 'react-router'
import { paths } from '#paths'
import { Page } from '#ui/page.tsx'
import { copy } from './framework.copy.ts'
import { frameworkQueries } from './framework.queries.ts'
import { FrameworkView } from './framework-view.tsx'

export function FrameworkPage() {
  const { data: framework } = useSuspenseQuery(frameworkQueries.current)
  return (
    <Page title={copy.title} busy={useNavigation().state === 'loading'}>
      <FrameworkView framework={framework} inUse clearTo={paths.framework()} />
    </Page>
  )
}
