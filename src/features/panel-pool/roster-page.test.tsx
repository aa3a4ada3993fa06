// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, visit } from '#testing/visit.tsx'

const names = async () => (await screen.findAllByRole('rowheader')).map(({ textContent }) => textContent)

test('writes what is typed and chosen into the address, and shows who is left', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(paths.roster())
  await user.type(await screen.findByLabelText('Search by name'), 'pritch')
  await waitFor(async () => expect(await names()).toEqual(['Bryn Pritchard']))
  await user.selectOptions(screen.getByLabelText('Role'), 'author')
  await waitFor(() => expect(location.search).toBe('?name=pritch&role=author'))
  expect(await screen.findByText('1 person')).toBeInTheDocument()
})

test('reads its filters from the address, and says what to do when nobody matches', async () => {
  await startWith('ordinary-week', 'coordinator')
  visit(`${paths.roster()}?region=london&name=nobody`)
  expect(await screen.findByLabelText('Region')).toHaveValue('london')
  expect(screen.getByText(/Nobody matches these filters/)).toBeInTheDocument()
})

test('filters by a skill and its level, and by everything a role asks, all in the address', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(paths.roster())
  await user.selectOptions(await screen.findByLabelText('In one skill'), '3.3')
  await waitFor(() => expect(location.search).toBe('?skill=3.3'))
  await user.selectOptions(screen.getByLabelText('At what level'), '3')
  await waitFor(() => expect(location.search).toBe('?skill=3.3&level=3'))
  await user.selectOptions(screen.getByLabelText('At every level asked'), 'chair')
  await waitFor(() => expect(location.search).toBe('?meets=chair&skill=3.3&level=3'))
  expect((await names()).length).toBeGreaterThan(5)
  await user.selectOptions(screen.getByLabelText('In every core skill'), 'chair-2')
  await waitFor(() => expect(location.search).toBe('?meets=chair&coreAt=chair-2&skill=3.3&level=3'))
  expect((await names()).length).toBeGreaterThan(5)
})

test('takes a filter that is typed to nothing out of the address', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(`${paths.roster()}?name=pritchard`)
  await user.clear(await screen.findByLabelText('Search by name'))
  await waitFor(() => expect(location.search).toBe(''))
  await waitFor(async () => expect((await names()).length).toBeGreaterThan(20))
})

test('filters chosen one right after the other, before the first has been answered, all count', async () => {
  await startWith('slow-network', 'coordinator')
  const { user } = visit(paths.roster())
  await user.selectOptions(await screen.findByLabelText('Region'), 'north-east')
  const training = screen.getByLabelText<HTMLSelectElement>('Core training')
  await user.selectOptions(training, 'not-started')
  await user.selectOptions(screen.getByLabelText('Role'), 'chair')
  await waitFor(() => expect(location.search).toBe('?role=chair&region=north-east&training=not-started'))
  expect(training).toHaveValue('not-started')
})

test('a name typed in one go is one step back, and Back empties the field that still has the focus', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(paths.roster())
  const name = await screen.findByLabelText('Search by name')
  const before = history.length
  for (const letter of 'pritchard') {
    await user.type(name, letter)
    await waitFor(() => expect(new URLSearchParams(location.search).get('name')).toBe((name as HTMLInputElement).value))
  }
  expect(history.length).toBe(before + 1)
  history.back()
  await waitFor(() => expect(location.search).toBe(''))
  await waitFor(() => expect(name).toHaveValue(''))
  expect(name).toHaveFocus()
})

test('the way back from a person leads to the roster as it was filtered', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(`${paths.roster()}?name=pritchard`)
  await user.click(await screen.findByRole('link', { name: 'Bryn Pritchard' }))
  await screen.findByRole('heading', { level: 1, name: 'Bryn Pritchard' })
  expect(within(screen.getByRole('navigation', { name: 'Menu' })).getByRole('link', { name: 'Roster' })).toHaveAttribute('aria-current', 'page')
  await user.click(within(screen.getByRole('main')).getByRole('link', { name: 'Roster' }))
  await waitFor(() => expect(location.search).toBe('?name=pritchard'))
})

test('asks about ties beside the other filters: what is added stays while they change, and is taken away one by one', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(paths.roster())
  await user.type(await screen.findByLabelText('Organisation or area'), 'kent')
  await user.click(screen.getByRole('button', { name: 'Search' }))
  await user.click(await screen.findByRole('button', { name: 'Kent: every body that serves it' }))
  await waitFor(() => expect(location.search).toBe('?ties=area%3Akent-county-council'))
  expect((await screen.findAllByText(/^No tie on record \(declared /)).length).toBeGreaterThan(5)
  await user.selectOptions(screen.getByLabelText('Region'), 'south-east')
  await waitFor(() => expect(location.search).toBe('?region=south-east&ties=area%3Akent-county-council'))
  await user.selectOptions(screen.getByLabelText('Show people'), 'tie')
  await waitFor(() => expect(location.search).toBe('?region=south-east&ties=area%3Akent-county-council&tied=tie'))
  await user.click(await screen.findByRole('button', { name: /^Remove ?Kent/ }))
  await waitFor(() => expect(location.search).toContain('?region=south-east'))
  expect(location.search).not.toContain('ties')
})

test('says beside each choice how many people it leads to, and what each filter that is set rules out', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(`${paths.roster()}?region=north-east`)
  const role = await screen.findByLabelText('Role')
  const chair = await within(role).findByRole('option', { name: /^Panel chair \(\d+\)$/ })
  const many = Number(/\d+/.exec(chair.textContent ?? '')?.[0])
  expect(many).toBeGreaterThan(0)
  expect(await screen.findByText(/^\d+ more without it$/)).toBeInTheDocument()
  await user.selectOptions(role, 'chair')
  await waitFor(() => expect(location.search).toBe('?role=chair&region=north-east'))
  expect(await screen.findByText(many === 1 ? '1 person' : `${many} people`)).toBeInTheDocument()
  await user.click(screen.getByRole('link', { name: /^Remove ?Region: North East/ }))
  await waitFor(() => expect(location.search).toBe('?role=chair'))
  await waitFor(() => expect(screen.getByLabelText('Region')).toHaveValue(''))
  await user.click(screen.getByRole('link', { name: 'Clear filters' }))
  await waitFor(() => expect(location.search).toBe(''))
})

test('asks who is ready on a day and who is free between two, and each row says so; what was set before stays', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(`${paths.roster()}?role=chair`)
  await user.type(await screen.findByLabelText('Ready to appoint on'), '2027-02-01')
  await user.click(screen.getByRole('button', { name: 'Show who is ready' }))
  await waitFor(() => expect(location.search).toBe('?role=chair&ready=2027-02-01'))
  expect((await screen.findAllByText('Chair: ready on 1 February 2027')).length).toBeGreaterThan(0)
  await user.type(screen.getByLabelText('Free from'), '2027-02-01')
  await user.click(screen.getByRole('button', { name: 'Show who is free' }))
  expect(await screen.findByText('Enter the day as a day, month and year')).toBeInTheDocument()
  await user.type(screen.getByLabelText('Free until'), '2027-01-01')
  await user.click(screen.getByRole('button', { name: 'Show who is free' }))
  expect(await screen.findByText('The last day must not be before the first')).toBeInTheDocument()
  await user.clear(screen.getByLabelText('Free until'))
  await user.type(screen.getByLabelText('Free until'), '2027-04-30')
  await user.click(screen.getByRole('button', { name: 'Show who is free' }))
  await waitFor(() => expect(location.search).toBe('?role=chair&ready=2027-02-01&freeFrom=2027-02-01&freeTo=2027-04-30'))
  await user.selectOptions(await screen.findByLabelText('Show people', { selector: '#free' }), 'any')
  await waitFor(() => expect(location.search).toContain('&free=any'))
  await user.click(screen.getByRole('link', { name: /^Remove ?Ready to appoint/ }))
  await waitFor(() => expect(location.search).toBe('?role=chair&freeFrom=2027-02-01&freeTo=2027-04-30&free=any'))
  expect((await screen.findAllByText('Free from 1 February 2027 to 30 April 2027')).length).toBeGreaterThan(0)
  expect((await screen.findAllByText(/^Not (free|known if free): /)).length).toBeGreaterThan(0)
})

test('a choice in one bar keeps what another bar has just set, while that is still being answered', async () => {
  await startWith('slow-network', 'coordinator')
  const { user } = visit(`${paths.roster()}?ties=kent-police`)
  await user.selectOptions(await screen.findByLabelText('Region'), 'london')
  await user.selectOptions(screen.getByLabelText('Show people', { selector: '#tied' }), 'any')
  await waitFor(() => expect(location.search).toBe('?region=london&ties=kent-police&tied=any'))
})

test('an address that asks who is ready on a day that is over says so, and leads to the list without it', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(`${paths.roster()}?role=chair&ready=2020-02-01`)
  expect(await screen.findByText('Choose today or a later day to ask who is ready.')).toBeInTheDocument()
  await user.click(screen.getByRole('link', { name: 'Take that filter away' }))
  await waitFor(() => expect(location.search).toBe('?role=chair'))
  expect((await names()).length).toBeGreaterThan(0)
})

test('a coordinator finds who knows something well, and each row says so', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(paths.roster())
  await user.type(await screen.findByLabelText('What they know well'), 'neglect')
  await waitFor(() => expect(location.search).toBe('?specialism=neglect'))
  const [, first] = await waitFor(() => {
    const rows = within(screen.getByRole('table')).getAllByRole('row')
    expect(rows[1]).toHaveTextContent('Names “neglect” among what they know well')
    return rows
  })
  expect(first).toBeDefined()
  await user.click(await screen.findByRole('link', { name: /^Remove\s*Knows well/ }))
  await waitFor(() => expect(location.search).toBe(''))
})

test('after Back, a choice does not bring back what was taken back', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(`${paths.roster()}?ties=kent-police`)
  await user.selectOptions(await screen.findByLabelText('Show people', { selector: '#tied' }), 'any')
  await waitFor(() => expect(location.search).toBe('?ties=kent-police&tied=any'))
  history.back()
  await waitFor(() => expect(screen.getByLabelText('Show people', { selector: '#tied' })).toHaveValue('none'))
  await user.selectOptions(screen.getByLabelText('Region'), 'london')
  await waitFor(() => expect(location.search).toBe('?region=london&ties=kent-police'))
})
