// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { ask, askAs, become, startWith, tripOnce, visit } from '#testing/visit.tsx'

/** The id of somebody who is found by name. */
const idOf = async (name: string): Promise<string> => (await ask('GET', `/people?name=${encodeURIComponent(name)}`)).people[0].id
const bryn = () => idOf('Bryn Pritchard')
const row = (name: RegExp) => within(screen.getByRole('region', { name: 'Where each check stands' })).getByRole('row', { name })

test('a coordinator reads where each check stands, and what comes next', async () => {
  await startWith('ordinary-week', 'coordinator')
  visit(paths.personChecks(await bryn()))
  await screen.findByText('Everything recorded')
  expect(screen.getByText('Bryn Pritchard: every check that is asked for is current.')).toBeInTheDocument()
  expect(screen.getByText(/Next: DBS certificate, re-check due on/)).toBeInTheDocument()
  expect(row(/DBS certificate: enhanced Re-check due soon/)).toHaveTextContent(/Ends in \d{4}/)
  expect(screen.getByText(/Struck out on .*: These were the references of somebody of the same name/)).toBeInTheDocument()
  expect(within(screen.getByRole('navigation', { name: 'The record of Bryn Pritchard' })).getByRole('link', { name: 'Checks' })).toHaveAttribute(
    'aria-current',
    'page',
  )
})

test('a number is shown once it is asked for', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(paths.personChecks(await bryn()))
  await screen.findByText('Everything recorded')
  await user.click(screen.getByRole('button', { name: /^Show ?the number of DBS certificate$/ }))
  await waitFor(() => expect(row(/DBS certificate/)).toHaveTextContent(/00\d{10}/))
})

test('a DBS number of 11 digits is refused at its field, and everything that was typed stays', async () => {
  await startWith('ordinary-week', 'coordinator')
  const id = await bryn()
  const { user } = visit(paths.recordCheck(id))
  await user.selectOptions(await screen.findByLabelText('What was checked'), 'DBS certificate')
  await user.selectOptions(screen.getByLabelText('Level of the certificate'), 'Enhanced')
  await user.type(screen.getByLabelText('Number'), '00123456789')
  await user.type(screen.getByLabelText('Date on it'), '2026-11-02')
  await user.click(screen.getByRole('button', { name: 'Record a check' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('A DBS certificate number has 12 digits; this one has 11')
  expect(screen.getByLabelText('Number')).toHaveValue('00123456789')
  expect(screen.getByLabelText('Level of the certificate')).toHaveValue('enhanced')
  await user.type(screen.getByLabelText('Number'), '0')
  tripOnce('post', '*/api/people/*/checks')
  await user.click(screen.getByRole('button', { name: 'Record a check' }))
  expect(await screen.findByText(/Something went wrong on our side/)).toBeInTheDocument()
  expect(screen.getByLabelText('Number')).toHaveValue('001234567890')
  await user.click(screen.getByRole('button', { name: 'Record a check' }))
  expect(await screen.findByText('DBS certificate: recorded')).toBeInTheDocument()
  expect(row(/DBS certificate: enhanced Current/)).toHaveTextContent('2 November 2026')
})

test('a check that somebody else struck out meanwhile is not struck out twice, and the reason stays until then', async () => {
  await startWith('ordinary-week', 'coordinator')
  const id = await bryn()
  const { checks } = await ask('GET', `/people/${id}/checks`)
  const check = checks.find(({ state }: { state: string }) => state === 'current')
  const { user } = visit(paths.strikeCheck(id, check.id))
  await user.type(await screen.findByLabelText('What was wrong with it?'), 'It was somebody else’s')
  await askAs('Deepak Featherstone', 'PUT', `/people/${id}/checks/${check.id}/strike`, { reason: 'Mistaken' }, check.version)
  await user.click(screen.getByRole('button', { name: 'Strike out' }))
  expect(await screen.findByText('This check is struck out already, or is not there.')).toBeInTheDocument()
})

test('a member sees their own checks, cannot change them, and reads in their history who looked', async () => {
  await startWith('ordinary-week', 'coordinator')
  const id = await idOf('Ottilie Brackenridge')
  await ask('POST', `/people/${id}/checks`, { kind: 'references', level: null, number: null, issuedOn: '2026-11-02', note: 'Two were taken up' })
  await become('learner-certified')
  visit(paths.myChecks())
  expect(await screen.findByRole('heading', { level: 1, name: 'Your checks' })).toBeInTheDocument()
  expect(row(/References Current/)).toBeInTheDocument()
  expect(screen.queryByRole('link', { name: /Record|Strike/ })).not.toBeInTheDocument()
  expect(screen.getByRole('heading', { name: /What stands between you and an appointment on/ })).toBeInTheDocument()
})

test('somebody of whom nothing is recorded is said so, with what is missing', async () => {
  await startWith('ordinary-week', 'learner')
  visit(paths.myChecks())
  expect(await screen.findByText('Nothing is recorded yet.')).toBeInTheDocument()
  expect(
    screen.getByText(/You: not recorded: DBS certificate, references, insurance, declaration of interests and data protection agreement/),
  ).toBeInTheDocument()
})

test('checks due are listed, filtered in the address, and lead to the person', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(paths.checksDue())
  await user.selectOptions(await screen.findByLabelText('Region'), 'North East')
  await waitFor(() => expect(location.search).toBe('?region=north-east&within=60'))
  await user.click(await screen.findByRole('link', { name: 'Bryn Pritchard' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Bryn Pritchard' })).toBeInTheDocument()
})
