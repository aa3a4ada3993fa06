// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { PoolCheck } from '#domain/pool-check.ts'
import { checkKindWords } from '#domain/words.ts'
import { showDate } from '#lib/show.ts'
import { paths } from '#paths'
import { ask, startWith, visit } from '#testing/visit.tsx'

/** Bryn Pritchard, as a coordinator sees him: all is recorded but training, and the DBS certificate comes up. */
async function bryn(): Promise<string> {
  await startWith('ordinary-week', 'coordinator')
  return (await ask('GET', '/people?name=Bryn%20Pritchard')).people[0].id
}
const checksOf = async (id: string): Promise<PoolCheck[]> => (await ask('GET', `/people/${id}/checks`)).checks
const standing = async (id: string, kind: PoolCheck['kind']): Promise<PoolCheck> => {
  const found = (await checksOf(id)).find((check) => check.kind === kind && ['current', 'due-soon'].includes(check.state))
  if (!found) throw new Error(`No ${kind} counts`)
  return found
}
/** A safeguarding training of long ago, which counts no longer. */
const recordOldTraining = (id: string) =>
  ask('POST', `/people/${id}/checks`, { kind: 'training', level: null, number: null, issuedOn: '2015-01-05', note: null })

const table = (name: string) => within(screen.getByRole('table', { name }))
const standings = () => table('Where each check stands')
const everything = () => table('Every check recorded, newest first')
const kindsOfTable = () =>
  standings()
    .getAllByRole('rowheader')
    .map((header) => header.textContent?.split(':')[0])
/** The picture says nothing that the tables do not, so it is kept from those who listen. */
const picture = async () => within(await screen.findByRole('figure', { hidden: true }))
const kinds: readonly string[] = Object.values(checkKindWords)
const lanes = async () => (await picture()).getAllByText((words) => kinds.includes(words)).map((name) => name.textContent)

test('the picture has one lane for each kind of check that is asked for, under the name and in the order of the table below it', async () => {
  const id = await bryn()
  visit(paths.personChecks(id))
  const asked = ['DBS certificate', 'References', 'Insurance', 'Professional registration', 'Declaration of interests', 'Data protection agreement']
  expect(await lanes()).toEqual(asked)
  expect(kindsOfTable()).toEqual(asked)
})

test('a kind that counts once it is recorded gets a lane when it is, and a row in the table', async () => {
  const id = await bryn()
  await recordOldTraining(id)
  visit(paths.personChecks(id))
  const lane = 'Safeguarding training'
  expect((await lanes()).filter((name) => name === lane)).toHaveLength(1)
  expect(kindsOfTable()).toEqual(await lanes())
})

test('a check that is overdue is said to be due in a sentence, and in both tables with its dates', async () => {
  const id = await bryn()
  await recordOldTraining(id)
  const [training] = (await checksOf(id)).filter(({ kind }) => kind === 'training')
  const due = showDate(training?.recheckOn ?? '')
  visit(paths.personChecks(id))
  expect(await screen.findByText('Bryn Pritchard: due to be made again: safeguarding training.')).toBeInTheDocument()
  const row = standings().getByRole('row', { name: /^Safeguarding training/ })
  const [state, issued, recheck] = within(row).getAllByRole('cell')
  expect(state).toHaveTextContent(/^Re-check due(?! soon)/)
  expect(within(row).getByRole('link', { name: 'Record a new safeguarding training' })).toBeInTheDocument()
  expect(issued).toHaveTextContent(/^5 January 2015$/)
  expect(recheck).toHaveTextContent(due)
  expect(everything().getByRole('row', { name: /^Safeguarding training 5 January 2015 Re-check due / })).toBeInTheDocument()
})

test('a check that falls due soon is said so in words with its day, and one that does not is called current with its own', async () => {
  const id = await bryn()
  const [dbs, references] = [await standing(id, 'dbs'), await standing(id, 'references')]
  visit(paths.personChecks(id))
  const due = showDate(dbs.recheckOn ?? '')
  expect(await screen.findByText(`Next: DBS certificate, re-check due on ${due}.`)).toBeInTheDocument()
  const cells = (name: RegExp) => within(standings().getByRole('row', { name })).getAllByRole('cell')
  const [soon, , soonOn] = cells(/^DBS certificate/)
  expect(soon).toHaveTextContent('Re-check due soon')
  expect(soonOn).toHaveTextContent(due)
  const [current, issued, currentUntil] = cells(/^References/)
  expect(current).toHaveTextContent(/^Current$/)
  expect(issued).toHaveTextContent(showDate(references.issuedOn))
  expect(currentUntil).toHaveTextContent(showDate(references.recheckOn ?? ''))
})

test('a kind of which nothing counts any more keeps its lane, and is said not to be recorded', async () => {
  const id = await bryn()
  const references = await standing(id, 'references')
  await ask('PUT', `/people/${id}/checks/${references.id}/strike`, { reason: 'Of somebody else' }, references.version)
  visit(paths.personChecks(id))
  expect(await lanes()).toContain('References')
  expect(screen.getByText('Bryn Pritchard: not recorded: references.')).toBeInTheDocument()
  expect(standings().getByRole('row', { name: /^References Not recorded/ })).toBeInTheDocument()
})

test('a check that a newer one replaced is said so in the list of everything, with its own date beside that of the newer', async () => {
  const id = await bryn()
  const insurances = (await checksOf(id)).filter(({ kind }) => kind === 'insurance')
  visit(paths.personChecks(id))
  await picture()
  const rows = everything().getAllByRole('row', { name: /^Insurance/ })
  expect(insurances.map(({ state }) => state)).toEqual(['current', 'superseded'])
  for (const [place, words] of ['Counts', 'Replaced by a newer one'].entries()) {
    const [issued, state] = within(rows[place] ?? document.body).getAllByRole('cell')
    expect(issued).toHaveTextContent(showDate(insurances[place]?.issuedOn ?? ''))
    expect(state).toHaveTextContent(words)
  }
})

test('the picture names in words what each kind of its bars means, and those who listen are given the tables in its place', async () => {
  const id = await bryn()
  visit(paths.personChecks(id))
  const figure = await screen.findByRole('figure', { hidden: true })
  expect(screen.queryByRole('figure')).not.toBeInTheDocument()
  expect(figure).toHaveTextContent(/When each check counts counts no longer counts replaced today/)
  expect(screen.getByRole('table', { name: 'Where each check stands' })).toBeInTheDocument()
  expect(screen.getByRole('table', { name: 'Every check recorded, newest first' })).toBeInTheDocument()
})

test('once a check is recorded in place of one that is overdue, the page says that it is current and that the other was replaced', async () => {
  const id = await bryn()
  await recordOldTraining(id)
  const { on } = await ask('GET', `/people/${id}/checks`)
  const { user } = visit(paths.personChecks(id))
  await user.click(await screen.findByRole('link', { name: 'Record a new safeguarding training' }))
  await user.type(await screen.findByLabelText('Date on it'), on)
  await user.click(screen.getByRole('button', { name: 'Record a check' }))
  expect(await screen.findByText('Bryn Pritchard: every check that is asked for is current.')).toBeInTheDocument()
  await waitFor(() =>
    expect(standings().getByRole('row', { name: new RegExp(`^Safeguarding training Current ${showDate(on)}`) })).toBeInTheDocument(),
  )
  expect(everything().getByRole('row', { name: /^Safeguarding training 5 January 2015 Replaced by a newer one/ })).toBeInTheDocument()
})

test('of somebody of whom nothing was ever recorded there is no picture, and the table says so of every kind', async () => {
  await startWith('ordinary-week', 'learner')
  visit(paths.myChecks())
  await screen.findByRole('heading', { level: 1, name: 'Your checks' })
  expect(screen.queryByRole('figure', { hidden: true })).not.toBeInTheDocument()
  const [, ...rows] = standings().getAllByRole('row')
  expect(rows).toHaveLength(5)
  for (const row of rows) expect(row).toHaveTextContent('Not recorded')
})
