// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, visit } from '#testing/visit.tsx'

test('searching for another name keeps what was already said about the tie', async () => {
  await startWith('ordinary-week', 'learner')
  const { user } = visit(`${paths.affiliations()}?show=add&name=kent`)
  await user.click(await screen.findByLabelText('On its board or a governor'))
  await user.clear(screen.getByLabelText('Find the organisation'))
  await user.type(screen.getByLabelText('Find the organisation'), 'gmp')
  await user.click(screen.getByRole('button', { name: 'Search' }))
  expect(await screen.findByLabelText('Greater Manchester Police')).not.toBeChecked()
  expect(screen.getByLabelText('On its board or a governor')).toBeChecked()
})

test('nothing typed is lost when an affiliation cannot be saved', async () => {
  await startWith('save-fails', 'learner')
  const { user } = visit(`${paths.affiliations()}?show=add&name=no-such-body`)
  await user.type(await screen.findByLabelText('Name of the organisation'), 'A small charity')
  await user.click(screen.getByRole('button', { name: 'Save this affiliation' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong on our side')
  expect(screen.getByLabelText('Name of the organisation')).toHaveValue('A small charity')
})

test('somebody with nothing to declare says so once', async () => {
  await startWith('ordinary-week', 'learner')
  const { user } = visit(paths.affiliations())
  await user.click(await screen.findByRole('button', { name: 'I have nothing to declare' }))
  expect(await screen.findByText(/^You last said that this list is complete on/)).toBeInTheDocument()
})
