// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, tripOnce, visit } from '#testing/visit.tsx'

const notice = async () => {
  const heading = await screen.findByRole('heading', { level: 2, name: 'Version 2 of this module is out' })
  return within(heading.parentElement!) // a heading on a page stands in something
}

test('somebody half-way is told what changed and what moving on asks, moves on, and keeps what they read', async () => {
  await startWith('ordinary-week', 'learner-earlier-version')
  const { user } = visit(paths.home())
  await user.click(await screen.findByRole('link', { name: 'A newer version of this module is out. See what changed' }))
  const box = await notice()
  expect(screen.getByText(/You are on version 1\./)).toBeInTheDocument()
  expect(box.getByText(/adds a fifth thing to decide before publication day/)).toBeInTheDocument()
  expect(box.getByText('Every lesson you have read and that is still there counts as read.')).toBeInTheDocument()
  const read = screen.getAllByText('Read').length
  await user.click(box.getByRole('button', { name: 'Move on to version 2' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('You are on version 2 now')
  expect(screen.getByRole('alert')).toHaveFocus()
  expect(screen.getByText(/You are on version 2\./)).toBeInTheDocument()
  expect(screen.getAllByText('Read')).toHaveLength(read)
  expect(screen.queryByRole('heading', { name: 'Version 2 of this module is out' })).not.toBeInTheDocument()
})

test('a move that fails says so and can be made again', async () => {
  await startWith('ordinary-week', 'learner-earlier-version')
  const { user } = visit(paths.module('m6'))
  const box = await notice()
  tripOnce('post', '/api/enrolments/*/version')
  await user.click(box.getByRole('button', { name: 'Move on to version 2' }))
  expect(await box.findByRole('alert')).toHaveTextContent('Something went wrong')
  await user.click(box.getByRole('button', { name: 'Move on to version 2' }))
  expect(await screen.findByText('You are on version 2 now')).toBeInTheDocument()
})

test('whoever is on the newest version is told of no other', async () => {
  await startWith('ordinary-week', 'learner-certified')
  visit(paths.module('m6'))
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByRole('heading', { name: /of this module is out/ })).not.toBeInTheDocument()
})
