// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { ask, startWith, visit } from '#testing/visit.tsx'

test('every month of somebody says in sentences what is left, when they are away, what is in hand and what falls due', async () => {
  await startWith('ordinary-week', 'coordinator')
  visit(`${paths.planningBoard()}?name=bryn+pritchard&months=3`)
  const row = await screen.findByRole('row', { name: /Bryn Pritchard/ })
  const cells = within(row).getAllByRole('cell')
  expect(cells).toHaveLength(3)
  for (const cell of cells) {
    expect(cell).toHaveTextContent(/\d+ of \d+ days? and \d+ of \d+ reviews? left\.|They have not said what they offer\.|more than the \d+ offered\./)
    expect(cell).toHaveTextContent(/Review R-\d{4}-\d+ in hand as author, (until|with no end yet)/)
  }
  expect(screen.getByText('1 person')).toBeVisible()
})

test('the months and the filters of the roster stand in one address, and choosing one keeps the other', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(`${paths.planningBoard()}?role=chair`)
  await user.click(await screen.findByRole('link', { name: '12 months' }))
  await screen.findByRole('link', { name: '12 months', current: true })
  expect(screen.getAllByRole('columnheader')).toHaveLength(13)
  await user.selectOptions(screen.getByLabelText('Region'), 'north-east')
  await waitFor(() => expect(location.search).toContain('region=north-east'))
  expect(location.search).toContain('role=chair')
  expect(location.search).toContain('months=12')
  const asList = screen.getByRole('link', { name: 'See these people as a list' })
  await waitFor(() => expect(asList).toHaveAttribute('href', '/roster?role=chair&region=north-east'))
})

test('a person’s page lists what needs doing as Today does, each with one thing to do', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { items } = await ask('GET', '/today')
  const due = (items as { kind: string; personId: string }[]).find(({ kind }) => kind.startsWith('check-due'))
  visit(paths.person(due?.personId ?? ''))
  const needs = await screen.findByRole('region', { name: 'What needs doing' })
  const [first] = within(needs).getAllByRole('listitem')
  expect(first).toHaveTextContent(/re-check (was )?due on \d+ \w+ \d{4}.*If left: from that day/)
  for (const item of within(needs).getAllByRole('listitem')) expect(within(item).getAllByRole('link')).toHaveLength(1)
})
