// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, visit } from '#testing/visit.tsx'

test('writes what is typed and chosen into the address, marks the words, and announces how many are left', async () => {
  await startWith('ordinary-week', 'visitor')
  const { user } = visit(paths.framework())
  expect(await screen.findByText('All 35 skills')).toHaveAttribute('role', 'status')
  await user.type(screen.getByLabelText('Search the skills'), 'hindsight')
  await waitFor(() => expect(location.search).toBe('?search=hindsight'))
  expect(await screen.findByText(/^\d of 35 skills$/)).toBeInTheDocument()
  expect(screen.getAllByText(/hindsight/i, { selector: 'mark' }).length).toBeGreaterThan(1)
  await user.selectOptions(screen.getByLabelText('Needed by'), 'Overview report author')
  await waitFor(() => expect(location.search).toBe('?search=hindsight&role=author'))
  expect(screen.getAllByText('The level that authors need').length).toBeGreaterThan(0)
})

test('says what to do when no skill matches, and "Clear filters" empties what was typed', async () => {
  await startWith('ordinary-week', 'visitor')
  const { user } = visit(`${paths.framework()}?search=zzz`)
  expect(await screen.findByText(/No skill holds all these words/)).toBeInTheDocument()
  expect(screen.queryByRole('navigation', { name: 'Domains' })).not.toBeInTheDocument()
  await user.click(screen.getByRole('link', { name: 'Clear filters' }))
  expect(await screen.findByText('All 35 skills')).toBeInTheDocument()
  await waitFor(() => expect(screen.getByLabelText('Search the skills')).toHaveValue(''))
})

test('a jump takes the focus along, and keeps the filters in the address', async () => {
  await startWith('ordinary-week', 'visitor')
  const { user } = visit(`${paths.framework()}?role=chair`)
  const domains = within(await screen.findByRole('navigation', { name: 'Domains' }))
  await user.click(domains.getByRole('link', { name: /Leading the review/ }))
  expect(location.search + location.hash).toBe('?role=chair#domain-d3')
  expect(document.activeElement).toHaveAttribute('id', 'domain-d3')
})
