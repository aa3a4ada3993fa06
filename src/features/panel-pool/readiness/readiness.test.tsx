// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { ask, startWith, visit } from '#testing/visit.tsx'

const bryn = async (): Promise<string> => (await ask('GET', '/people?name=pritchard')).people[0].id

test('the summary of a record says who is ready today, and what will stand in the way on a later day', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(paths.person(await bryn()))
  const part = await screen.findByRole('region', { name: /What stands between them and an appointment on/ })
  expect(within(part).getByRole('heading', { name: 'Overview report author: ready to appoint' })).toBeInTheDocument()
  const day = within(part).getByLabelText<HTMLInputElement>('Day of the appointment')
  const later = `${Number(day.value.slice(0, 4)) + 3}-03-01`
  fireEvent.change(day, { target: { value: later } })
  await user.click(within(part).getByRole('button', { name: 'Show that day' }))
  await waitFor(() => expect(location.search).toBe(`?on=${later}`))
  expect(
    await screen.findByText(/DBS certificate of .*: re-check due on .*What would change it: one dated .* or later is recorded, enhanced or above/),
  ).toBeInTheDocument()
  expect(screen.getByRole('heading', { name: /Overview report author: not ready, \d+ reasons/ })).toBeInTheDocument()
})

test('a day that there is not is said at its field', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(paths.person(await bryn()))
  const day = await screen.findByLabelText<HTMLInputElement>('Day of the appointment')
  await user.clear(day)
  await user.click(screen.getByRole('button', { name: 'Show that day' }))
  expect(day).toHaveAccessibleDescription('Error: Enter the day as a day, month and year.')
})
