// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { ask, startWith, visit } from '#testing/visit.tsx'

/** A member of the pool, and a second record under their name that somebody made by signing up again. */
async function aMemberTwice(standing = 'active') {
  await startWith('ordinary-week', 'coordinator')
  const { people } = await ask('GET', `/people?standing=${standing}`)
  const [{ id, name }] = people
  await ask('POST', '/accounts', { name, email: 'second.record@example.org' })
  const twice = await ask('GET', `/people/${id}/duplicates`)
  const other = twice.people.find(({ email }: { email: string }) => email === 'second.record@example.org')
  return { id: id as string, name: name as string, otherId: other.id as string }
}

test('a coordinator puts two records together, choosing where they differ, and takes them apart again', async () => {
  const { id, name, otherId } = await aMemberTwice()
  const { user } = visit(paths.person(id))
  await user.click(await screen.findByRole('link', { name: `Look at both records: this one and that of ${name}` }))
  await screen.findByRole('heading', { level: 1, name: 'Are these one person?' })
  const table = screen.getByRole('table', { name: 'The two records side by side' })
  expect(within(table).getByRole('row', { name: /^Status Active Enquirer$/ })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Put them together' }))
  const alert = await screen.findByRole('alert')
  expect(within(alert).getByRole('link', { name: 'Choose which to keep: status' })).toBeVisible()
  expect(within(alert).getByText(/^Say in a few words how you know/)).toBeVisible()
  await user.click(within(screen.getByRole('group', { name: /^Status/ })).getByRole('radio', { name: 'Active' }))
  await user.type(screen.getByLabelText('How do you know that they are one person?'), 'They told me on the phone')
  await user.click(screen.getByRole('button', { name: 'Put them together' }))
  await screen.findByRole('heading', { level: 1, name: 'Two records that were put together' })
  expect(screen.getByText(`The two records are one. It stands under ${name}.`)).toBeVisible()
  expect(screen.getByText('They told me on the phone')).toBeVisible()

  const { people } = await ask('GET', `/people/${id}/duplicates`)
  expect(people.map(({ id: found }: { id: string }) => found)).not.toContain(otherId)
  await user.click(screen.getByRole('button', { name: 'Undo: take them apart' }))
  await user.click(await screen.findByRole('button', { name: 'Yes, take them apart' }))
  expect(await screen.findByText('The records are two again.')).toBeVisible()
  expect(screen.getByText('Nothing: each record has again what it had.')).toBeVisible()
})

test('the address of the record that was put away leads to what became of it, and the one that stays says so', async () => {
  const { id, name, otherId } = await aMemberTwice()
  const preview = await ask('GET', `/people/${id}/merge/${otherId}`)
  const choices = Object.fromEntries(preview.questions.map(({ field }: { field: string }) => [field, id]))
  await ask('POST', '/merges', { keep: id, away: otherId, seen: preview.seen, choices, reason: 'They told me so' })
  const { user } = visit(paths.person(otherId))
  await screen.findByRole('heading', { level: 1, name: 'Two records that were put together' })
  await user.click(screen.getByRole('link', { name: new RegExp(`^${name}, `) }))
  expect(await screen.findByRole('heading', { level: 2, name: 'Put together with this record' })).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'History' }))
  expect(await screen.findByText(`The record of ${name} was put together with this one`)).toBeVisible()
})

test('what somebody changed meanwhile is shown and said, and the answers stay', async () => {
  const { id, otherId } = await aMemberTwice()
  const { user } = visit(paths.mergeRecords(id, otherId))
  await user.click(within(await screen.findByRole('group', { name: /^Status/ })).getByRole('radio', { name: 'Active' }))
  await user.type(screen.getByLabelText('How do you know that they are one person?'), 'They told me on the phone')
  const { version, name, roles } = await ask('GET', `/people/${otherId}`)
  await ask('PUT', `/people/${otherId}/profile`, { name, roles, region: 'london', phone: '0191 498 0999' }, version)
  await user.click(screen.getByRole('button', { name: 'Put them together' }))
  expect(await screen.findByText(/^Somebody changed these records while you were looking:.*phone number on the second record/)).toBeVisible()
  expect(screen.getAllByText('0191 498 0999').length).toBeGreaterThan(0)
  expect(within(screen.getByRole('group', { name: /^Status/ })).getByRole('radio', { name: 'Active' })).toBeChecked()
  expect(screen.getByLabelText('How do you know that they are one person?')).toHaveValue('They told me on the phone')
})

test('what stands in the way is said with what to do, and there is nothing to press', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { people } = await ask('GET', '/people?standing=active')
  visit(paths.mergeRecords(people[0].id, people[0].id))
  expect(await screen.findByText(/This is one record, not two/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Put them together' })).not.toBeInTheDocument()
})
