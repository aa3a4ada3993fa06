// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { ask, become, startWith, visit } from '#testing/visit.tsx'

test('keeps what the roster shows under a name, and opens it again with one click', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(`${paths.roster()}?role=chair&sort=-name`)
  await user.click(await screen.findByText('Saved views'))
  await user.click(screen.getByRole('button', { name: 'Save this view' }))
  expect(await screen.findByText('There is a problem')).toBeInTheDocument()
  await user.type(screen.getByLabelText('Name of the view'), 'Chairs, last first')
  await user.click(screen.getByRole('checkbox', { name: 'Every coordinator can open it' }))
  await user.click(screen.getByRole('button', { name: 'Save this view' }))
  expect(await screen.findByText('The view Chairs, last first is saved')).toBeInTheDocument()
  await user.click(screen.getByRole('link', { name: 'Clear filters' }))
  await waitFor(() => expect(location.search).toBe(''))
  await user.click(await screen.findByRole('link', { name: 'Chairs, last first' }))
  await waitFor(() => expect(location.search).toBe('?role=chair&sort=-name'))
})

test('a view that another tab changed is not overwritten unseen; one that others share is copied', async () => {
  await startWith('ordinary-week', 'coordinator')
  const view = await ask('POST', '/roster-views', { name: 'London', search: '?region=london', shared: true, readWarning: false })
  const { user } = visit(paths.rosterViews())
  await user.click(await screen.findByText('Change London'))
  const name = screen.getByLabelText('Name of the view')
  await ask('PUT', `/roster-views/${view.id}`, { name: 'London now', search: '?region=london', shared: true, readWarning: false }, 1)
  await user.clear(name)
  await user.type(name, 'Capital')
  await user.click(screen.getByRole('button', { name: 'Save the changes' }))
  expect(await screen.findByText(/changed in another tab meanwhile/)).toBeInTheDocument()
  expect(name).toHaveValue('Capital')
  await user.click(screen.getByRole('button', { name: 'Save the changes' }))
  expect(await screen.findByText('The view Capital is saved')).toBeInTheDocument()
})

test('a view that somebody shares can be copied by another', async () => {
  await startWith('ordinary-week', 'coordinator')
  await ask('POST', '/roster-views', { name: 'London', search: '?region=london', shared: true, readWarning: false })
  await become('coordinator-north-east')
  const { user } = visit(paths.rosterViews())
  await user.click(await screen.findByRole('button', { name: 'Copy London' }))
  expect(await screen.findByText('You have a copy of your own: Copy of London')).toBeInTheDocument()
  expect(await screen.findByRole('link', { name: 'Copy of London' })).toHaveAttribute('href', `${paths.roster()}?region=london`)
})
