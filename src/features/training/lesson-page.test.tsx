// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
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

test('a citation opens the sources and moves to the one it names', async () => {
  await startWith('ordinary-week', 'learner-half-way')
  const { user } = visit(paths.lesson('m1', 'what-went-wrong'))
  await user.click((await screen.findAllByRole('link', { name: /\[S11\]/ }))[0] as HTMLElement)
  await waitFor(() => expect(document.getElementById('source-S11')).toHaveFocus())
  const source = document.getElementById('source-S11')
  expect(source?.closest('details')).toHaveAttribute('open')
})
