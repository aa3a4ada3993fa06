// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, visit } from '#testing/visit.tsx'

test('a learner tells the coordinator that they want to join, and can take it back', async () => {
  await startWith('ordinary-week', 'learner')
  const { user } = visit(paths.home())
  await user.click(await screen.findByRole('link', { name: 'Tell the coordinator that you want to join the pool' }))
  await user.click(await screen.findByRole('button', { name: 'Tell the coordinator' }))
  const alert = await screen.findByRole('alert')
  expect(within(alert).getByText('Choose at least one role')).toBeInTheDocument()
  await user.click(screen.getByLabelText('Panel chair'))
  await user.type(screen.getByLabelText('What would you bring?'), 'Twenty years of chairing')
  await user.click(screen.getByRole('button', { name: 'Tell the coordinator' }))
  expect(await screen.findByText('The coordinator is told that you want to join')).toBeInTheDocument()
  expect(screen.getByText('Twenty years of chairing')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Take it back' }))
  expect(await screen.findByText(/You have taken it back/)).toBeInTheDocument()
})

test('a member adds a time away; one that ends before it begins is refused at its field, and nothing typed is lost', async () => {
  await startWith('ordinary-week', 'learner-member')
  const { user } = visit(paths.membership())
  await user.click(await screen.findByRole('link', { name: 'Add a time away or free' }))
  await user.click(await screen.findByLabelText('Unavailable'))
  await user.type(screen.getByLabelText('First day'), '2028-03-10')
  await user.type(screen.getByLabelText('Last day'), '2028-03-01')
  await user.type(screen.getByLabelText('Note'), 'On leave')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.getByLabelText('Last day')).toHaveAccessibleDescription(/before the first day/))
  expect(screen.getByLabelText('Note')).toHaveValue('On leave')
  await user.clear(screen.getByLabelText('Last day'))
  await user.type(screen.getByLabelText('Last day'), '2028-03-20')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('row', { name: /10 March 2028 to 20 March 2028 Unavailable Every role On leave/ })).toBeInTheDocument()
})

test('a note that seems to name somebody is asked about, and kept once it was read again', async () => {
  await startWith('ordinary-week', 'learner-member')
  const { user } = visit(`${paths.membership()}?show=availability`)
  await user.click(await screen.findByLabelText('Limited'))
  await user.type(screen.getByLabelText('First day'), '2028-05-01')
  await user.type(screen.getByLabelText('Last day'), '2028-05-05')
  await user.type(screen.getByLabelText('Note'), 'Inquest of Child B')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await user.click(await screen.findByLabelText(/I have read the note again/))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Inquest of Child B')).toBeInTheDocument()
})

test('a member says in one tap that all of it is still right', async () => {
  await startWith('ordinary-week', 'learner-member')
  const { user } = visit(paths.membership())
  await user.click(await screen.findByRole('button', { name: 'Yes, all of this is right' }))
  expect(await screen.findByText('Thank you. Coordinators see that you confirmed it today')).toBeInTheDocument()
})

test('figures that are no numbers are told apart by their line, and what was typed stays', async () => {
  await startWith('ordinary-week', 'learner-member')
  const { user } = visit(`${paths.membership()}?show=capacity`)
  await user.clear(await screen.findByLabelText('Days a month'))
  await user.type(screen.getByLabelText('Days a month'), 'some')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.getByLabelText('Days a month')).toHaveAccessibleDescription(/whole number/))
  expect(screen.getByLabelText('Days a month')).toHaveValue('some')
})

test('a coordinator accepts somebody who wants to join', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(paths.membershipAsks())
  const [first] = await screen.findAllByRole('region')
  const name = within(first!).getByRole('heading').textContent
  await user.click(within(first!).getByText(`Answer ${name}`))
  await user.click(within(first!).getByLabelText('Yes, they join the pool'))
  await user.click(within(first!).getByRole('button', { name: 'Send the answer' }))
  expect(await screen.findByText(`${name} joins the pool, and is told by mail`)).toBeInTheDocument()
  expect(screen.queryByRole('heading', { name: name ?? '' })).not.toBeInTheDocument()
})
