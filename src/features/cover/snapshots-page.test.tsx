// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Cover, CoverInputGiven } from '#domain/cover.ts'
import { coverFinding } from '#domain/cover-finding.ts'
import { regionWords } from '#domain/words.ts'
import { showDate, showMoment, showNumber } from '#lib/show.ts'
import { paths } from '#paths'
import { ask, startWith, visit } from '#testing/visit.tsx'

const coordinator = 'Marguerite Osei-Lowther'
const later = `${new Date().getUTCFullYear() + 1}-03-01`

/** A picture of cover on a day to come that a coordinator kept today. */
async function kept(persona = 'coordinator'): Promise<{ id: string; at: string; cover: Cover }> {
  await startWith('ordinary-week', persona)
  const { id } = await ask('POST', '/cover/snapshots', { on: later })
  return ask('GET', `/cover/snapshots/${id}`)
}
const months = (given: Partial<CoverInputGiven>): CoverInputGiven => ({
  key: 'months',
  region: null,
  value: 9,
  basis: 'fact',
  source: 'Counted by the board',
  asOf: '2025-26',
  ...given,
})

const table = (name: string) => within(screen.getByRole('table', { name }))
/** What the cells of a row say, found by all that its header says. */
function cellsOf(of: string, header: string): (string | null)[] {
  const row = table(of).getByRole('rowheader', { name: header }).closest('tr')
  return within(row ?? document.body)
    .getAllByRole('cell')
    .map((cell) => cell.textContent)
}
const opened = () => screen.findByRole('heading', { level: 1, name: `Cover on ${showDate(later)}` })

test('a coordinator keeps cover of a day to come, and the page says which day it speaks of, when it was kept, by whom, and that it stays', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(`${paths.cover()}?on=${later}`)
  await user.click(await screen.findByRole('button', { name: 'Keep as it stands today' }))
  await opened()
  const [{ at }] = (await ask('GET', '/cover/snapshots')).snapshots
  expect(screen.getByText(`Kept on ${showMoment(at)} by ${coordinator}. It does not change.`)).toBeInTheDocument()
  expect(at.slice(0, 10)).not.toBe(later)
})

test('the kept page begins with its finding in sentences, and says that they rest on assumptions', async () => {
  const { id, cover } = await kept()
  visit(paths.coverSnapshot(id))
  await opened()
  const finding = coverFinding(cover)
  expect(finding[0]).toMatch(/^\d of 9 regions are covered in both roles\.$/)
  for (const sentence of finding) expect(screen.getByText(sentence)).toBeInTheDocument()
  const [first] = screen.getAllByRole('heading', { level: 2 })
  expect(first).toHaveTextContent('What it comes to')
  expect(screen.getByText('These figures are an estimate: they rest on assumptions, which are listed below with their sources.')).toBeInTheDocument()
})

test('the kept page has a table for each role and one of reviews, with every region and England, whose figures are those that were kept', async () => {
  const { id, cover } = await kept()
  visit(paths.coverSnapshot(id))
  await opened()
  const names = [...cover.regions.map(({ region }) => regionWords[region]), 'England']
  expect(names).toHaveLength(10)
  const states = { 'no-work': 'No work expected', short: 'Short', thin: 'Thin', met: 'Covered' }
  const figures = [...cover.regions.map((one) => one.figures), cover.england]
  for (const [place, name] of names.entries()) {
    for (const [seat, of] of [['chair', 'Panel chairs'] as const, ['author', 'Overview report authors'] as const]) {
      const role = figures[place]?.[seat]
      const [ready, needed, , , , state] = cellsOf(of, name)
      expect(ready).toMatch(new RegExp(`^${role?.ready}\\b`))
      expect(needed).toBe(String(role?.needed.people))
      expect(state).toBe(role && states[role.state])
    }
    expect(cellsOf('Reviews', name)[3]).toBe(String(figures[place]?.reviewsAtOnce))
  }
})

test('the kept page lists every number that its figures rest on, with its source and day and whether it is a fact or an assumption', async () => {
  const { id, cover } = await kept()
  visit(paths.coverSnapshot(id))
  await opened()
  const [, ...rows] = table('What the figures rest on').getAllByRole('row')
  const said = rows.map((row) => [...row.children].map((cell) => cell.textContent))
  const kind = { fact: 'Fact', assumption: 'Assumption' }
  expect(said).toEqual(
    cover.inputs.map(({ what, region, value, unit, basis, derived, source, asOf }) => [
      what,
      region ? regionWords[region] : 'Everywhere',
      `${showNumber(Math.round(value * 10) / 10)} ${unit}`,
      derived ? 'Assumption: a share by where children live' : kind[basis],
      source,
      asOf,
    ]),
  )
  expect(said.map(([, , , basis]) => basis)).toEqual(expect.arrayContaining(['Fact', 'Assumption', 'Assumption: a share by where children live']))
  for (const [, , , , source, asOf] of said) expect([source, asOf]).not.toContain('')
})

test('the kept page says what is not known: who has no region, who has not said what they can take, and who never declared affiliations', async () => {
  const { id, cover } = await kept()
  visit(paths.coverSnapshot(id))
  await opened()
  expect(screen.getByRole('heading', { level: 2, name: 'What is not known' })).toBeInTheDocument()
  const { noRegion, noCapacity, notDeclared } = cover.notKnown
  for (const [many, words] of [
    [noRegion, 'of those who could be appointed have no home region, so no region counts them.'],
    [noCapacity, 'have not said how many days or reviews they can take; they count with what the model assumes.'],
    [notDeclared, 'have never declared their affiliations.'],
  ] as const)
    expect(screen.getByText(`${many} ${words}`).tagName).toBe('LI')
})

test('the tables of authorities say of each column whether it is of chairs or of authors', async () => {
  const { id } = await kept('coordinator-north-east')
  visit(paths.coverSnapshot(id))
  await opened()
  const columns = table('Authorities, with who is tied and who is not known')
    .getAllByRole('columnheader')
    .map((header) => header.textContent)
  const figures = ['no tie on record', 'tied', 'not known']
  expect(columns.slice(2)).toEqual(['Chairs', 'Authors'].flatMap((role) => figures.map((figure) => `${role}: ${figure}`)))
})

test('a number that is changed after a picture was kept changes the page of cover, and not the kept page', async () => {
  const { id } = await kept()
  const of = 'What the figures rest on'
  const what = 'Months from start to finish of a review'
  await ask('POST', '/cover/inputs', months({}))
  const today = visit(paths.cover())
  await screen.findByRole('heading', { level: 1, name: 'Cover' })
  expect(cellsOf(of, what).slice(1, 5)).toEqual(['9 months', 'Fact', 'Counted by the board', '2025-26'])
  const inHand = cellsOf('Reviews', 'England')[2]
  today.unmount()
  visit(paths.coverSnapshot(id))
  await opened()
  expect(cellsOf(of, what)[1]).toBe('6 months')
  expect(screen.queryByText('Counted by the board')).not.toBeInTheDocument()
  expect(Number(cellsOf('Reviews', 'England')[2])).toBeLessThan(Number(inHand))
})

test('the kept page offers no change of a number, and the page of cover offers one of each', async () => {
  const { id, cover } = await kept()
  const today = visit(paths.cover())
  expect(await screen.findAllByRole('link', { name: /^Change ?[A-Z]/ })).toHaveLength(cover.inputs.length)
  today.unmount()
  visit(paths.coverSnapshot(id))
  await opened()
  expect(screen.queryByRole('link', { name: /^Change ?[A-Z]/ })).not.toBeInTheDocument()
})

test('whoever keeps one region keeps a picture of that region alone', async () => {
  const { id } = await kept('coordinator-north-east')
  visit(paths.coverSnapshot(id))
  await opened()
  const tiles = within(screen.getByRole('list', { name: 'Cover by region' })).getAllByRole('listitem')
  expect(tiles).toHaveLength(1)
  expect(tiles[0]).toHaveTextContent('North East')
  expect(screen.queryByRole('rowheader', { name: 'England' })).not.toBeInTheDocument()
  expect(screen.getByText(/^North East is (under its target|covered in both roles)\.$/)).toBeInTheDocument()
})

test('the kept page and the page of cover are printed by a button', async () => {
  const { id } = await kept()
  const print = vi.spyOn(window, 'print').mockReturnValue()
  const snapshot = visit(paths.coverSnapshot(id))
  await snapshot.user.click(await screen.findByRole('button', { name: 'Print this page' }))
  expect(print).toHaveBeenCalledTimes(1)
  snapshot.unmount()
  const { user } = visit(paths.cover())
  await user.click(await screen.findByRole('button', { name: 'Print this page' }))
  expect(print).toHaveBeenCalledTimes(2)
})

test('the pictures that were kept are listed, each with the day it speaks of, when it was kept and by whom, and lead to it', async () => {
  const { at } = await kept()
  const { user } = visit(paths.coverSnapshots())
  const link = await screen.findByRole('link', { name: showDate(later) })
  expect(cellsOf('Kept pictures of cover', showDate(later))).toEqual([showMoment(at), coordinator])
  await user.click(link)
  expect(await opened()).toBeInTheDocument()
})

test('while no picture was kept, the list says so', async () => {
  await startWith('ordinary-week', 'coordinator')
  visit(paths.coverSnapshots())
  expect(await screen.findByText('No picture of cover has been kept yet.')).toBeInTheDocument()
  expect(screen.queryByRole('table')).not.toBeInTheDocument()
})
