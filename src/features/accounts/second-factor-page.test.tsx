// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, visit } from '#testing/visit.tsx'

test('somebody who is signed in is asked for no code, and goes on to where they wanted to be', async () => {
  await startWith('ordinary-week', 'learner')
  visit(`${paths.secondFactor()}?next=${paths.training()}`)
  expect(await screen.findByRole('heading', { level: 1, name: 'Training' })).toBeInTheDocument()
})
