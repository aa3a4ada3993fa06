// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { ask, askAs, startWith, tripOnce, visit } from '#testing/visit.tsx'

test('says in a sentence where people stop, and gives the same figures as a table', async () => {
  await startWith('ordinary-week', 'coordinator')
  visit(paths.trainingProgress())
  expect(
    await screen.findByText(/^“.+”: \d+ of the \d+ people who .+ yet\. No other step, of any module, loses a larger share\.$/),
  ).toBeInTheDocument()
  const table = screen.getByRole('table', { name: 'People who came to each step, by module' })
  expect(within(table).getAllByRole('rowheader')).toHaveLength(6)
})

test('keeps what is chosen in the address, and shows the lessons of the module that is chosen', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(paths.trainingProgress())
  await user.selectOptions(await screen.findByLabelText('Module'), 'What reviews are for')
  await waitFor(() => expect(location.search).toBe('?module=m1'))
  expect(await screen.findByRole('table', { name: 'Readers of each lesson' })).toBeInTheDocument()
  await user.selectOptions(screen.getByLabelText('Role'), 'Overview report author')
  await waitFor(() => expect(location.search).toBe('?role=author&module=m1'))
  expect(screen.getByLabelText('Module')).toHaveValue('m1')
})

test('a coordinator of one region is not asked which', async () => {
  await startWith('ordinary-week', 'coordinator-north-east')
  visit(paths.trainingProgress())
  expect(await screen.findByLabelText('Role')).toBeInTheDocument()
  expect(screen.queryByLabelText('Region')).not.toBeInTheDocument()
})

test('on the first day the pages say that nobody is here yet', async () => {
  await startWith('first-day', 'coordinator')
  const { unmount } = visit(paths.trainingProgress())
  expect(await screen.findByText(/Nobody who matches has started a module yet/)).toBeInTheDocument()
  unmount()
  const second = visit(paths.stuckLearners())
  expect(await screen.findByText('Nobody who matches is stuck.')).toBeInTheDocument()
  second.unmount()
  visit(paths.questionStatistics())
  expect(await screen.findByText(/Nobody has handed in a first try yet/)).toBeInTheDocument()
})

/** Opens the message to whoever stands first in the list of people who are stuck. */
async function writeToTheFirst() {
  const { user } = visit(paths.stuckLearners())
  const [first] = await screen.findAllByRole('link', { name: /^Write a message/ })
  await user.click(first!)
  const field = await screen.findByLabelText<HTMLTextAreaElement>('Message')
  return { user, field }
}

test('a message can be sent as it stands there, and the list says so', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user, field } = await writeToTheFirst()
  expect(field.value).toMatch(/have not been back for a while/)
  await user.click(screen.getByRole('button', { name: 'Send the message' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(/Your message to .+ is on its way/)
  expect(screen.getAllByText(/^Last one on /).length).toBeGreaterThan(0)
})

test('what was typed is kept when sending fails', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user, field } = await writeToTheFirst()
  await user.clear(field)
  await user.type(field, 'Shall we talk on Thursday?')
  tripOnce('post', '*/training-messages')
  await user.click(screen.getByRole('button', { name: 'Send the message' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong')
  expect(screen.getByLabelText('Message')).toHaveValue('Shall we talk on Thursday?')
})

test('when somebody else wrote meanwhile, that is said, what was typed stays, and a second message has to be meant', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user, field } = await writeToTheFirst()
  const [, id, moduleId] = /stuck\/([^/]+)\/([^/]+)$/.exec(location.pathname) ?? []
  const { name } = await ask('GET', `/people/${id}`)
  await askAs('Rosalind Nkemelu-Hart', 'POST', `/people/${id}/training-messages`, { moduleId, words: 'How are you getting on?', again: false })
  await user.clear(field)
  await user.type(field, 'Shall we talk on Thursday?')
  await user.click(screen.getByRole('button', { name: 'Send the message' }))
  expect(await screen.findByLabelText(/I know, and mean to write again/)).not.toBeChecked()
  expect(screen.getByLabelText('Message')).toHaveValue('Shall we talk on Thursday?')
  await user.click(screen.getByLabelText(/I know, and mean to write again/))
  await user.click(screen.getByRole('button', { name: 'Send the message' }))
  expect(await screen.findByText(`Your message to ${name} is on its way`)).toBeInTheDocument()
})

test('shows how the questions of a module do, those to fix first', async () => {
  await startWith('ordinary-week', 'coordinator')
  visit(`${paths.questionStatistics()}?module=m1`)
  expect(await screen.findByRole('heading', { level: 2, name: 'Questions to fix' })).toBeInTheDocument()
  const table = screen.getByRole('table', { name: 'All questions of “What reviews are for”' })
  expect(within(table).getAllByRole('rowheader').length).toBeGreaterThanOrEqual(24)
})
