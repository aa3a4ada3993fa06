// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, visit } from '#testing/visit.tsx'

/** Answers the question on screen with its first option, and waits until that is kept. */
async function answerFirst(user: ReturnType<typeof visit>['user']) {
  const [first] = await screen.findAllByRole('radio')
  if (first) await user.click(first)
  await screen.findByText(/^Saved /)
}

async function beginAgain() {
  await startWith('ordinary-week', 'learner-failed-once')
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
  await screen.findByRole('heading', { level: 1, name: 'Question 2 of 10' })
  await user.click(screen.getByRole('link', { name: 'Previous question' }))
  await waitFor(() => expect(screen.getAllByRole('radio')[0]).toBeChecked())
})

test('says before handing in which questions have no answer or were marked, and that a blank counts as wrong', async () => {
  const { user } = await beginAgain()
  await answerFirst(user)
  await user.click(screen.getByRole('button', { name: 'Mark to look at again' }))
  await screen.findByRole('button', { name: 'Take the mark away' })
  for (let position = 2; position <= 10; position++) {
    await user.click(screen.getByRole('link', { name: 'Next question' }))
    await screen.findByRole('heading', { level: 1, name: `Question ${position} of 10` })
  }
  await user.click(await screen.findByRole('link', { name: 'Look over and hand in' }))
  expect(await screen.findByText(/9 questions have no answer yet. A blank counts as wrong./)).toBeInTheDocument()
  expect(screen.getAllByText('Not answered')).toHaveLength(9)
  expect(screen.getByText('Marked')).toBeInTheDocument()
})
