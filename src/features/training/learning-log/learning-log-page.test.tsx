// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { ask, startWith, visit } from '#testing/visit.tsx'

const place = '/learning-log/m1/1/short-history/lesson'

test('an entry that was changed in another tab is not deleted unseen: it is shown as it is now', async () => {
  await startWith('ordinary-week', 'learner')
  await ask('PUT', place, { words: 'As it was' }, 0)
  const { user } = visit(paths.learningLog())
  await user.click(await screen.findByRole('button', { name: /^Delete the note on/ }))
  await ask('PUT', place, { words: 'As it is now' }, 1)
  await user.click(screen.getByRole('button', { name: 'Yes, delete it' }))
  expect(await screen.findByText('The entry was changed in another tab meanwhile. Here it is as it is now.')).toBeInTheDocument()
  expect(await screen.findByText('As it is now')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: /^Delete the note on/ }))
  await user.click(screen.getByRole('button', { name: 'Yes, delete it' }))
  expect(await screen.findByText(/^You have written nothing yet/)).toBeInTheDocument()
})

test('going back through searches brings each one back, in the list and in the fields', async () => {
  await startWith('ordinary-week', 'learner')
  await ask('PUT', place, { words: 'Ring the family' }, 0)
  const { user } = visit(paths.learningLog())
  const field = () => screen.findByRole('searchbox', { name: 'Words in what you wrote' })
  await user.type(await field(), 'zebra{Enter}')
  expect(await screen.findByText(/^Nothing you wrote has these words/)).toBeInTheDocument()
  history.back()
  expect(await screen.findByText('Ring the family')).toBeInTheDocument()
  expect(await field()).toHaveValue('')
})
