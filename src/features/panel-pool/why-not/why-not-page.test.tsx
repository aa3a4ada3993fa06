// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, visit } from '#testing/visit.tsx'

test('somebody who is not on the list is found by name, and each filter they fail says why and what would change it', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(`${paths.roster()}?role=author&region=london`)
  await user.click(await screen.findByRole('link', { name: 'Somebody missing? Ask why they are not on this list' }))
  await screen.findByRole('heading', { level: 1, name: 'Why is somebody not on the list?' })
  expect(screen.getByText('Region: London')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Search' }))
  expect(await screen.findByText('Enter a name, or part of one')).toBeInTheDocument()
  await user.type(screen.getByLabelText('Name'), 'pritchard')
  await user.click(screen.getByRole('button', { name: 'Search' }))
  await user.click(await screen.findByRole('link', { name: 'Bryn Pritchard' }))
  const answer = await screen.findByRole('region', { name: 'Bryn Pritchard: 1 reason' })
  expect(within(answer).getByText(/^Their home region: North East\./)).toBeInTheDocument()
  expect(within(answer).getByRole('link', { name: /^See the record/ })).toHaveAttribute('href', expect.stringContaining('/people/'))
  await user.click(within(answer).getByRole('link', { name: 'Ask for North East instead' }))
  await waitFor(() => expect(location.search).toBe('?role=author&region=north-east'))
  expect(await screen.findByRole('link', { name: 'Bryn Pritchard' })).toBeInTheDocument()
})

test('somebody who is on the list is said to be, and a name that nobody has says so', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(`${paths.whyNot()}?role=author`)
  await user.type(await screen.findByLabelText('Name'), 'nobody is called this')
  await user.click(screen.getByRole('button', { name: 'Search' }))
  expect(await screen.findByText('Nobody on the roster whom you may see has that name.')).toBeInTheDocument()
  await user.clear(screen.getByLabelText('Name'))
  await user.type(screen.getByLabelText('Name'), 'pritchard')
  await user.click(screen.getByRole('button', { name: 'Search' }))
  await user.click(await screen.findByRole('link', { name: 'Bryn Pritchard' }))
  expect(await screen.findByRole('region', { name: 'Bryn Pritchard is on the list' })).toBeInTheDocument()
})
