// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { handedInAt, startWith, visit } from '#testing/visit.tsx'

const section = async (name: string) => screen.findByRole('region', { name })
const titles = (within_: HTMLElement) =>
  within(within_)
    .getAllByRole('heading', { level: 3 })
    .map((heading) => within(heading).getByRole('link').textContent)

test('recommends the next module of the path and those that gaps ask for, each with its reason, and says what is best done first', async () => {
  await startWith('ordinary-week', 'learner-passed')
  visit(paths.training())
  const recommended = await section('Recommended for you')
  expect(titles(recommended)[0]).toBe('Independence, fairness and conflicts')
  expect(within(recommended).getByText('It is next on your path, the common core.')).toBeInTheDocument()
  expect(within(recommended).getAllByText(/^You rated .+ at level 2, and your roles ask for level 3\.$/).length).toBeGreaterThan(0)
  expect(titles(await section('Completed'))).toEqual(['What reviews are for'])
  expect(screen.queryByText(/Best after/)).not.toBeInTheDocument()
})

test('somebody who only works here sees every module and no recommendation', async () => {
  await startWith('ordinary-week', 'assessor')
  visit(paths.training())
  expect(titles(await section('Modules'))).toHaveLength(6)
  expect(screen.queryByText('Recommended for you')).not.toBeInTheDocument()
  expect(screen.queryByText(/on your path/)).not.toBeInTheDocument()
  expect(screen.getAllByText(/Best after/)).toHaveLength(5)
})

test('role and skill filter the list, are kept in the address, and can be cleared', async () => {
  await startWith('ordinary-week', 'learner')
  const { user } = visit(paths.training())
  expect(await screen.findByText('6 modules')).toBeInTheDocument()
  await user.selectOptions(screen.getByLabelText('Written for'), 'Specialist safeguarding adviser')
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('4 of 6 modules'))
  expect(location.search).toBe('?role=adviser')
  expect(screen.getByLabelText('Written for')).toHaveFocus()
  await user.selectOptions(screen.getByLabelText('Leads to the skill'), '3.1 Scope and terms of reference')
  expect(await screen.findByText('No module fits both filters. Change one of them, or clear them.')).toBeInTheDocument()
  expect(location.search).toBe('?role=adviser&skill=3.1')
  await user.click(screen.getByRole('link', { name: 'Clear filters' }))
  expect(await screen.findByText('6 modules')).toBeInTheDocument()
  await waitFor(() => expect(screen.getByLabelText('Written for')).toHaveValue(''))
})

test('what was passed too long ago is expired, in the catalogue, on its page and at home, and its check can be passed again', async () => {
  await startWith('ordinary-week', 'learner-passed')
  await handedInAt('Farzana Chowdhury-Lisle', '2020-03-02T10:00:00.000Z')
  const { user } = visit(paths.training())
  const expired = within(await screen.findByRole('region', { name: 'Expired: pass the check again' }))
  expect(expired.getByText(/That counted until 2 March 2023\. Pass the check again to have it count\./)).toBeInTheDocument()
  await user.click(expired.getByRole('link', { name: 'What reviews are for' }))
  await screen.findByRole('heading', { level: 1, name: 'What reviews are for' })
  expect(screen.getByText('Expired')).toBeInTheDocument()
  await user.click(screen.getByRole('link', { name: 'Home' }))
  expect(await screen.findByText(/^0 of 6 modules passed/)).toBeInTheDocument()
  await user.click(screen.getAllByRole('link', { name: 'What reviews are for' })[0] as HTMLElement)
  expect(await screen.findByRole('link', { name: 'See your result' })).toBeInTheDocument()
  await user.click(await screen.findByRole('button', { name: /^Begin try/ }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Question 1 of 10' })).toBeInTheDocument()
})
