// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, tripOnce, visit } from '#testing/visit.tsx'

test('somebody reads the rules, begins, hands in too few right, is shown what to read and no answers, and finds the lessons open', async () => {
  await startWith('ordinary-week', 'learner')
  const { user } = visit(paths.module('m1'))
  await user.click(await screen.findByRole('link', { name: 'Test out of the module' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Test out of this module' })).toHaveFocus()
  expect(screen.getByText(/^15 questions, where the knowledge check has 10\./)).toBeInTheDocument()
  expect(screen.getByText('To pass, 14 of the 15 have to be right (90%). A blank counts as wrong.')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Begin the diagnostic' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Question 1 of 15' })).toBeInTheDocument()
  expect(screen.getByText('Diagnostic')).toBeInTheDocument()
  for (let position = 2; position <= 15; position++) {
    await user.click(screen.getByRole('link', { name: 'Next question' }))
    await screen.findByRole('heading', { level: 1, name: `Question ${position} of 15` })
  }
  await user.click(screen.getByRole('link', { name: 'Look over and hand in' }))
  await user.click(await screen.findByRole('button', { name: 'Hand in' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Not this time' })).toBeInTheDocument()
  expect(screen.getByText('0 of 15 right. 90% is needed to pass.')).toBeInTheDocument()
  expect(screen.getAllByText(/\d questions? missed$/).length).toBeGreaterThan(2)
  expect(screen.queryByText('The right answer')).not.toBeInTheDocument()
  await user.click(screen.getByRole('link', { name: 'To the lessons' }))
  expect(await screen.findByRole('link', { name: 'See what your diagnostic says to read' })).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Start the module' })).toBeInTheDocument()
})

test('whoever cannot take it is told why, and led back', async () => {
  await startWith('ordinary-week', 'learner-waiting')
  visit(paths.diagnostic('m1'))
  expect(await screen.findByText(/^You have begun the knowledge check of this module, so the diagnostic is closed\./)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Begin the diagnostic' })).not.toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Back to the module' })).toBeInTheDocument()
})

test('a start that fails says so and can be made again', async () => {
  await startWith('ordinary-week', 'learner')
  const { user } = visit(paths.diagnostic('m1'))
  tripOnce('post', '/api/diagnostics')
  await user.click(await screen.findByRole('button', { name: 'Begin the diagnostic' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong')
  await user.click(screen.getByRole('button', { name: 'Begin the diagnostic' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Question 1 of 15' })).toBeInTheDocument()
})

test('a module that was passed by diagnostic says so', async () => {
  await startWith('ordinary-week', 'learner-earlier-version')
  visit(paths.module('m1'))
  expect(await screen.findByText(/^You passed by diagnostic on /)).toBeInTheDocument()
})
