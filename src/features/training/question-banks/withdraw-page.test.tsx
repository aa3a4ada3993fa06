// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, tripOnce, visit } from '#testing/visit.tsx'

const openFirst = async () => {
  await startWith('ordinary-week', 'administrator')
  const page = visit(paths.training())
  await page.user.click(await screen.findByRole('link', { name: 'Question banks' }))
  await page.user.click(await screen.findByRole('link', { name: 'What reviews are for' }))
  const question = within((await screen.findByRole('heading', { level: 3, name: 'm1-q01' })).closest('section')!) // each question is a section
  await page.user.click(question.getByRole('link', { name: /^Withdraw this question ?m1-q01$/ }))
  await screen.findByRole('heading', { level: 1, name: 'Withdraw a question' })
  return page
}

test('an administrator finds a question, reads what withdrawing it does, gives the reason, and sees it withdrawn', async () => {
  const { user } = await openFirst()
  expect(screen.getByText(/^It was asked in \d+ tries that were handed in\./)).toBeInTheDocument()
  expect(screen.getAllByText(/^The right answer: /)).toHaveLength(1)
  await user.type(screen.getByLabelText('What is wrong with it'), 'Two of its answers are right under the guidance of 2010.')
  await user.click(screen.getByRole('button', { name: 'Withdraw the question' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('The question m1-q01 is withdrawn')
  expect(screen.getByText(/^Withdrawn on .+: Two of its answers are right/)).toBeInTheDocument()
  expect(screen.getByRole('status')).toHaveTextContent('26 questions in use, and 1 withdrawn, over every version of the module.')
  await user.selectOptions(screen.getByLabelText('Show'), 'Withdrawn')
  await user.click(screen.getByRole('button', { name: 'Show these' }))
  await waitFor(() => expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(1))
})

test('keeps the reason that was typed when it is too short and when saving fails', async () => {
  const { user } = await openFirst()
  await user.type(screen.getByLabelText('What is wrong with it'), 'Bad')
  await user.click(screen.getByRole('button', { name: 'Withdraw the question' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Say in a sentence what is wrong with the question')
  expect(screen.getByLabelText('What is wrong with it')).toHaveValue('Bad')
  await user.type(screen.getByLabelText('What is wrong with it'), ': its key is wrong')
  tripOnce('post', '/api/question-banks/*/questions/*/*/withdrawal')
  await user.click(screen.getByRole('button', { name: 'Withdraw the question' }))
  expect(await screen.findByText(/^Something went wrong/)).toBeInTheDocument()
  expect(screen.getByLabelText('What is wrong with it')).toHaveValue('Bad: its key is wrong')
})

test('a coordinator is not offered the banks', async () => {
  await startWith('ordinary-week', 'coordinator')
  visit(paths.training())
  await screen.findByRole('heading', { level: 1, name: 'Training' })
  expect(screen.queryByRole('link', { name: 'Question banks' })).not.toBeInTheDocument()
})

test('a coordinator who has the address of the banks is refused', async () => {
  await startWith('ordinary-week', 'coordinator')
  visit(paths.questionBanks())
  expect(await screen.findByRole('heading', { level: 1, name: 'You cannot open this page' })).toBeInTheDocument()
})
