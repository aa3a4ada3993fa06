// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, visit } from '#testing/visit.tsx'

const names = async () => (await screen.findAllByRole('rowheader')).map(({ textContent }) => textContent)

test('writes what is typed and chosen into the address, and shows who is left', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(paths.roster())
  await user.type(await screen.findByLabelText('Search by name'), 'pritch')
  await waitFor(async () => expect(await names()).toEqual(['Bryn Pritchard']))
  await user.selectOptions(screen.getByLabelText('Role'), 'Overview report author')
  await waitFor(() => expect(location.search).toBe('?name=pritch&role=author'))
  expect(await screen.findByText('1 person')).toBeInTheDocument()
})

test('reads its filters from the address, and says what to do when nobody matches', async () => {
  await startWith('ordinary-week', 'coordinator')
  visit(`${paths.roster()}?region=london&name=nobody`)
  expect(await screen.findByLabelText('Region')).toHaveValue('london')
  expect(screen.getByText(/Nobody matches these filters/)).toBeInTheDocument()
})

test('takes a filter that is typed to nothing out of the address', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(`${paths.roster()}?name=pritchard`)
  await user.clear(await screen.findByLabelText('Search by name'))
  await waitFor(() => expect(location.search).toBe(''))
  await waitFor(async () => expect((await names()).length).toBeGreaterThan(20))
})
