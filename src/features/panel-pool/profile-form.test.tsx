// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { ask, askAs, startWith, visit } from '#testing/visit.tsx'

test('keeps what was typed when saving fails, and says that it was not saved', async () => {
  await startWith('save-fails', 'learner')
  const { user } = visit(paths.profile())
  await user.type(await screen.findByLabelText('Phone'), '0191 496 0123')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong on our side')
  expect(screen.getByLabelText('Phone')).toHaveValue('0191 496 0123')
})

test('shows both values when somebody else saved first, and saves what was typed when asked to', async () => {
  await startWith('changed-under-you', 'learner')
  const { user } = visit(paths.profile())
  await user.type(await screen.findByLabelText('Phone'), '0191 496 0123')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const row = (await screen.findByText('0191 498 0999')).closest('tr')
  expect(row).toHaveTextContent('0191 496 0123')
  await user.click(screen.getByRole('button', { name: 'Save what I typed' }))
  expect(await screen.findByText('Your details are saved')).toBeInTheDocument()
})

test('after somebody else saved first, what stands in the form when it is kept is what is saved', async () => {
  await startWith('changed-under-you', 'learner')
  const { user } = visit(paths.profile())
  await user.type(await screen.findByLabelText('Phone'), '0191 496 0123')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('0191 498 0999')
  await user.clear(screen.getByLabelText('Phone'))
  await user.type(screen.getByLabelText('Phone'), '0191 496')
  expect(screen.getByText('0191 498 0999').closest('tr')).toHaveTextContent(/0191 496$/)
  await user.clear(screen.getByLabelText('Phone'))
  await user.type(screen.getByLabelText('Phone'), 'no number')
  await user.click(screen.getByRole('button', { name: 'Save what I typed' }))
  await waitFor(() => expect(screen.getByLabelText('Phone')).toHaveAccessibleDescription(/Error:/))
  await user.clear(screen.getByLabelText('Phone'))
  await user.type(screen.getByLabelText('Phone'), '0191 496 0777')
  await user.click(screen.getByRole('button', { name: 'Save what I typed' }))
  expect(await screen.findByText('Your details are saved')).toBeInTheDocument()
  expect(screen.getByLabelText('Phone')).toHaveValue('0191 496 0777')
})

test('somebody who takes what was saved by another is not told that their own words were', async () => {
  await startWith('changed-under-you', 'learner')
  const { user } = visit(paths.profile())
  await user.type(await screen.findByLabelText('Phone'), '0191 496 0123')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await user.click(await screen.findByRole('button', { name: 'Take what they saved' }))
  expect(await screen.findByText(/Nothing that you typed was sent/)).toBeInTheDocument()
  expect(screen.getByLabelText('Phone')).toHaveValue('0191 498 0999')
  expect(screen.queryByText('Your details are saved')).not.toBeInTheDocument()
})

test('a coordinator is told whose details were saved, and their browser does not fill in the coordinator’s own', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(`${paths.roster()}?who=everyone&name=okafor`)
  await user.click(await screen.findByRole('link', { name: 'Amara Okafor' }))
  await user.click(await screen.findByRole('link', { name: /^Change.*phone$/ }))
  const phone = await screen.findByLabelText('Phone')
  expect(phone).toHaveAttribute('autocomplete', 'off')
  await user.type(phone, '0191 496 0123')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('The details of Amara Okafor are saved')).toBeInTheDocument()
  await user.click(screen.getByRole('link', { name: 'History' }))
  expect(await screen.findByText('Phone number added: 0191 496 0123')).toBeInTheDocument()
})

test('a coordinator whose person is erased while they have them open is told so, and what they typed stands', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(`${paths.roster()}?who=everyone&name=okafor`)
  await user.click(await screen.findByRole('link', { name: 'Amara Okafor' }))
  await user.click(await screen.findByRole('link', { name: /^Change.*phone$/ }))
  await user.type(await screen.findByLabelText('Phone'), '0191 496 0123')
  const { people } = await ask('GET', '/people?name=okafor')
  const { version } = await askAs('Rosalind Nkemelu-Hart', 'GET', `/people/${people[0].id}/erasure`)
  const asked = { name: 'Amara Okafor', reason: 'They asked for it' }
  expect(await askAs('Rosalind Nkemelu-Hart', 'PUT', `/people/${people[0].id}/erasure`, asked, version)).toHaveProperty('erasedAt')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('What this is about is no longer here')
  expect(screen.getByLabelText('Phone')).toHaveValue('0191 496 0123')
})

test('two coordinators who change different details both succeed; of the same detail the second sees both values, and who saved the other', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { people } = await ask('GET', '/people?name=okafor')
  const { id, name, phone, version: unplaced } = await ask('GET', `/people/${people[0].id}`)
  await ask('PUT', `/people/${id}/profile`, { name, phone, region: 'north-east', roles: [] }, unplaced)
  const edit = async () => {
    const { user } = visit(`${paths.roster()}?who=everyone&name=okafor`)
    await user.click(await screen.findByRole('link', { name: 'Amara Okafor' }))
    await user.click(await screen.findByRole('link', { name: /^Change.*phone$/ }))
    const field = await screen.findByLabelText('Phone')
    await user.clear(field)
    await user.type(field, '0191 496 0123')
    return user
  }
  const saved = (profile: object, version: number) => askAs('Deepak Featherstone', 'PUT', `/people/${id}/profile`, profile, version)
  const first = await edit()
  const { version } = await ask('GET', `/people/${id}`)
  await saved({ name, phone, region: 'north-east', roles: ['adviser'] }, version)
  await first.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('The details of Amara Okafor are saved')).toBeInTheDocument()
  const both = await ask('GET', `/people/${id}`)
  expect(both).toMatchObject({ phone: '0191 496 0123', roles: ['adviser'] })
  cleanup()

  const second = await edit()
  await second.type(screen.getByLabelText('Phone'), '4')
  await saved({ name, phone: '0191 498 0555', region: both.region, roles: both.roles }, both.version)
  await second.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText(/^Saved by Deepak Featherstone on /)).toBeInTheDocument()
  expect(screen.getByText('0191 498 0555').closest('tr')).toHaveTextContent('0191 496 01234')
})

test('puts what is wrong at the field it belongs to, and the focus on the summary that leads there', async () => {
  await startWith('ordinary-week', 'learner')
  const { user } = visit(paths.profile())
  await user.clear(await screen.findByLabelText('Full name'))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const alert = await screen.findByRole('alert')
  expect(alert.parentElement).toHaveFocus()
  await user.click(within(alert).getByRole('link'))
  expect(screen.getByLabelText('Full name')).toHaveFocus()
  expect(screen.getByLabelText('Full name')).toHaveAccessibleDescription(/Error:/)
})
