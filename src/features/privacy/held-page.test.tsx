// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { ask, startWith, visit } from '#testing/visit.tsx'

test('shows what there is and leaves out what there is nothing of, with one reason given once', async () => {
  await startWith('ordinary-week', 'learner')
  visit(paths.myData())
  expect(await screen.findByText(/^The account to sign in with \(1 entry\)$/)).toBeInTheDocument()
  expect(screen.queryByText(/Answers in knowledge checks/)).not.toBeInTheDocument()
  expect(screen.getAllByText(/^Held only for the use of Panel Pool/)).toHaveLength(1)
  expect(screen.getByRole('main')).not.toHaveTextContent(/this person|audit-kept-months|0 entries/)
})

test('when the record changed meanwhile it says so, keeps the words, and the next try goes ahead', async () => {
  await startWith('ordinary-week', 'learner')
  const { user } = visit(paths.myData())
  await user.type(await screen.findByLabelText('To go ahead, enter the full name'), 'Amara Okafor')
  await user.type(screen.getByLabelText('Why'), 'I have decided to do something else')
  const { account } = await ask('GET', '/session')
  const { version } = await ask('GET', `/people/${account.personId}`)
  await ask('PUT', `/people/${account.personId}/profile`, { name: 'Amara Okafor', phone: '0191 496 0123', region: null, roles: [] }, version)
  await user.click(screen.getByRole('button', { name: 'Erase for good' }))
  expect(await screen.findByText(/Something changed on this record/)).toBeInTheDocument()
  expect(screen.getByLabelText('Why')).toHaveValue('I have decided to do something else')
  await user.click(screen.getByRole('button', { name: 'Erase for good' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'The record is erased' })).toHaveFocus()
})
