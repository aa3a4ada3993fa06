// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { content } from '#content/content.ts'
import { paths } from '#paths'
import { startWith, visit } from '#testing/visit.tsx'

/** The content with a second module that is best done after the first. */
function withSecond(): typeof content {
  const [first, ...others] = content.modules
  if (!first) throw new Error('The content has no module')
  const module = { ...first.module, id: 'm99', title: 'A module for later', after: ['m1'] }
  return { ...content, modules: [first, ...others, { ...first, module }] }
}
const advice = /Best done after What reviews are for\. You can start it before\./

test('a module says which others are best done before it, until they are passed', async () => {
  await startWith('ordinary-week', 'learner', withSecond())
  visit(paths.training())
  expect(await screen.findAllByText(advice)).not.toHaveLength(0)
})

test('once the module before it is passed nothing is said of it', async () => {
  await startWith('ordinary-week', 'learner-passed', withSecond())
  visit(paths.training())
  await screen.findByRole('link', { name: 'A module for later' })
  expect(screen.queryByText(advice)).not.toBeInTheDocument()
})
