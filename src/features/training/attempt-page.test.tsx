// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, tripOnce, visit } from '#testing/visit.tsx'

/** Answers the question on screen with its first option, and waits until that is kept. */
async function answerFirst(user: ReturnType<typeof visit>['user']) {
  const [first] = await screen.findAllByRole('radio')
  if (first) await user.click(first)
  await screen.findByText(/^Saved /)
}

async function goToLast(user: ReturnType<typeof visit>['user']) {
  for (let position = 2; position <= 10; position++) {
    await user.click(screen.getByRole('link', { name: 'Next question' }))
    await screen.findByRole('heading', { level: 1, name: `Question ${position} of 10` })
  }
}

async function beginAgain(world = 'ordinary-week') {
  await startWith(world, 'learner-failed-once')
  const page = visit(paths.check('m1'))
  await page.user.click(await screen.findByRole('button', { name: /^Begin/ }))
  await screen.findByRole('heading', { level: 1, name: 'Question 1 of 10' })
  return page
}

test('stays on a question after it is answered, and shows the answer again when its reader comes back', async () => {
  const { user } = await beginAgain()
  await answerFirst(user)
  expect(screen.getByRole('heading', { level: 1, name: 'Question 1 of 10' })).toBeInTheDocument()
  await user.click(screen.getByRole('link', { name: 'Next question' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Question 2 of 10' })).toHaveFocus()
  await user.click(screen.getByRole('link', { name: 'Previous question' }))
  await waitFor(() => expect(screen.getAllByRole('radio')[0]).toBeChecked())
})

test('says before handing in which questions have no answer or were marked, and that a blank counts as wrong', async () => {
  const { user } = await beginAgain()
  await answerFirst(user)
  await user.click(screen.getByRole('button', { name: 'Mark to look at again' }))
  await screen.findByRole('button', { name: 'Take the mark away' })
  await goToLast(user)
  await user.click(screen.getByRole('link', { name: 'Look over and hand in' }))
  expect(await screen.findByText(/9 questions have no answer yet. A blank counts as wrong./)).toBeInTheDocument()
  expect(screen.getByRole('heading', { level: 1, name: 'Before you hand in' })).toHaveFocus()
  expect(screen.getAllByText('Not answered')).toHaveLength(9)
  expect(screen.getByText('Marked')).toBeInTheDocument()
})

test('hands in at once after the last answer, while that answer is still on its way', async () => {
  const { user } = await beginAgain('slow-network')
  await goToLast(user)
  const [first] = screen.getAllByRole('radio')
  if (first) await user.click(first)
  await user.click(screen.getByRole('link', { name: 'Look over and hand in' }))
  await user.click(await screen.findByRole('button', { name: 'Hand in' }))
  expect(await screen.findByRole('heading', { level: 1, name: /^(Not passed yet|You passed)$/ })).toHaveFocus()
})

test('an answer that could not be saved is offered to be saved again, and a failed try leads to the next', async () => {
  const { user } = await beginAgain()
  tripOnce('put', '/api/attempts/*/items/1')
  const [first] = screen.getAllByRole('radio')
  if (first) await user.click(first)
  expect(await screen.findByText(/^Not saved: /)).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Save this answer again' }))
  expect(await screen.findByText(/^Saved /)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Save this answer again' })).not.toBeInTheDocument()
  await goToLast(user)
  await user.click(screen.getByRole('link', { name: 'Look over and hand in' }))
  await user.click(await screen.findByRole('button', { name: 'Hand in' }))
  await screen.findByRole('heading', { level: 1, name: 'Not passed yet' })
  await user.click(screen.getByRole('link', { name: 'Try again' }))
  expect(await screen.findByRole('button', { name: 'Begin try 3' })).toBeInTheDocument()
})
