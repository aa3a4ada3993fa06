// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, visit } from '#testing/visit.tsx'

test('says so when a lesson cannot be marked as read, and stays where it is', async () => {
  await startWith('save-fails', 'learner-half-way')
  const { user } = visit(paths.lesson('m1', 'what-went-wrong'))
  await user.click(await screen.findByRole('button', { name: 'I have read this: go on' }))
  expect(await screen.findByText(/^Not saved: Something went wrong on our side/)).toBeInTheDocument()
  expect(screen.getByRole('heading', { level: 1, name: 'What inspectors and panels found wrong' })).toBeInTheDocument()
})
