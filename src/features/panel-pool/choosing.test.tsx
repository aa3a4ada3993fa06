// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { ask, startWith, visit } from '#testing/visit.tsx'

const names = async () => (await screen.findAllByRole('rowheader')).map((header) => header.querySelector('a')?.textContent ?? '')

test('people are chosen row by row or all of the list, and other filters begin anew', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(`${paths.roster()}?region=north-east`)
  const [first = '', second = ''] = await names()
  await user.click(await screen.findByRole('checkbox', { name: `Choose ${first}` }))
  expect(await screen.findByText('1 person is chosen')).toBeInTheDocument()
  await user.click(screen.getByRole('checkbox', { name: `Choose ${second}` }))
  expect(screen.getByText('2 people are chosen')).toBeInTheDocument()
  await user.selectOptions(screen.getByLabelText('Region'), 'london')
  await waitFor(() => expect(location.search).toBe('?region=london'))
  expect(await screen.findByText(/^Tick people in the list/)).toBeInTheDocument()
})

test('a tag is added to people, with what it would do said first, and taken back', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(`${paths.roster()}?region=south-west`)
  const [first = '', second = ''] = await names()
  await user.click(await screen.findByRole('checkbox', { name: `Choose ${first}` }))
  await user.click(screen.getByRole('checkbox', { name: `Choose ${second}` }))
  await user.click(await screen.findByRole('link', { name: 'Add a tag' }))
  expect(await screen.findByText(`You chose 2 people: ${first}, ${second}.`)).toBeInTheDocument()
  await user.type(screen.getByLabelText('Tag'), 'Mentor')
  await user.click(screen.getByRole('button', { name: 'See what this would do' }))
  expect(await screen.findByText('It would add the tag to 2 people.')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Add the tag to 2 people' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Tag added: Mentor' })).toBeInTheDocument()
  const { tags } = await ask('GET', '/tags')
  expect(tags).toEqual([{ tag: 'Mentor', people: 2 }])
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await user.click(await screen.findByRole('button', { name: 'Yes, undo it', hidden: true }))
  expect(await screen.findByText('Undone: 2 people as before. Nobody was left alone.')).toBeInTheDocument()
})

test('whoever comes without having chosen anybody is told what to do', async () => {
  await startWith('ordinary-week', 'coordinator')
  visit(paths.newCommand('status'))
  expect(await screen.findByText(/Nobody is chosen/)).toBeInTheDocument()
})
