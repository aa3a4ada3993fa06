// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { paths } from '#paths'
import { ask, startWith, visit } from '#testing/visit.tsx'

beforeEach(async () => {
  await startWith('ordinary-week', 'administrator')
  await ask('POST', '/framework/drafts', { from: 'version-in-use' })
})

const skillsOf = (domain: HTMLElement) =>
  within(domain)
    .getAllByRole('listitem')
    .map((item) => /^\d\.\d+/.exec(item.textContent ?? '')?.[0])

test('skills and domains move by buttons that keep the focus, past the end of a domain into the next one, and are saved with their names', async () => {
  const { user } = visit(paths.draftPart(2, 'domains'))
  const [first, second] = await screen.findAllByRole('region')
  if (!first || !second) throw new Error('The framework ships with seven domains')
  const [one, two] = skillsOf(first)
  const last = skillsOf(first).at(-1) ?? ''
  await user.click(within(first).getByRole('button', { name: new RegExp(`^Down: ${one} `) }))
  expect(skillsOf(first).slice(0, 2)).toEqual([two, one])
  expect(screen.getByRole('button', { name: new RegExp(`^Down: ${one} `) })).toHaveFocus()
  const down = within(first).getByRole('button', { name: new RegExp(`^Down: ${last} `) })
  down.focus()
  await user.keyboard('{Enter}')
  expect(skillsOf(second)[0]).toBe(last)
  expect(screen.getByRole('button', { name: new RegExp(`^Down: ${last} `) })).toHaveFocus()
  expect(screen.getByText(new RegExp(`^${last} .+ is now 1 of `))).toBeInTheDocument()
  await user.click(within(first).getAllByRole('button', { name: /^Up: / })[0] ?? first)
  expect(screen.getByText(/stays where it is/)).toBeInTheDocument()

  const name = within(second).getByLabelText('Name')
  await user.clear(name)
  await user.click(screen.getByRole('button', { name: 'Save the domains and their order' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Give the domain a name')
  expect(skillsOf(second)[0]).toBe(last)
  await user.type(name, 'Scrutiny')
  await user.click(screen.getByRole('button', { name: 'Save the domains and their order' }))
  expect(await screen.findByText('The domains and their order are saved')).toBeInTheDocument()
  const { skills, domains } = await ask('GET', '/framework/drafts/2')
  expect(domains[1].name).toBe('Scrutiny')
  expect(skills.find(({ id }: { id: string }) => id === last).domain).toBe(domains[1].id)
})

test('two who edit the levels: the second sees what the first saved and keeps what they typed; one who changed another part is not in the way', async () => {
  const { user } = visit(paths.draftPart(2, 'levels'))
  const field = await screen.findByLabelText('Name of level 2')
  await user.clear(field)
  await user.type(field, 'Mine')
  await ask('PUT', '/framework/drafts/2/sources/S90', { title: 'Elsewhere', address: null }, 1)
  const { levels } = await ask('GET', '/framework/drafts/2')
  await ask('PUT', '/framework/drafts/2/levels', { levels: levels.map((level: object) => ({ ...level, name: 'Theirs' })) }, 2)
  await user.click(screen.getByRole('button', { name: 'Save the levels' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Nothing you typed is lost')
  expect(screen.getByText('2 Theirs')).toBeInTheDocument()
  expect(field).toHaveValue('Mine')
  await user.click(screen.getAllByRole('button', { name: 'Save mine' })[0] ?? field)
  expect(await screen.findByText('The levels are saved')).toBeInTheDocument()
  expect((await ask('GET', '/framework/drafts/2')).levels[1].name).toBe('Mine')
})

test('whoever takes what somebody else saved goes on from it', async () => {
  const { user } = visit(paths.draftPart(2, 'levels'))
  await screen.findByLabelText('Name of level 2')
  const { levels } = await ask('GET', '/framework/drafts/2')
  await ask('PUT', '/framework/drafts/2/levels', { levels: levels.map((level: object) => ({ ...level, name: 'Theirs' })) }, 1)
  await user.click(screen.getByRole('button', { name: 'Save the levels' }))
  await user.click(await screen.findByRole('button', { name: 'Take theirs' }))
  const field = await screen.findByLabelText('Name of level 2')
  expect(field).toHaveValue('Theirs')
  await user.type(field, ' and mine')
  await user.click(screen.getByRole('button', { name: 'Save the levels' }))
  expect(await screen.findByText('The levels are saved')).toBeInTheDocument()
  expect((await ask('GET', '/framework/drafts/2')).levels[1].name).toBe('Theirs and mine')
})

test('a source is added under the next number, changed, and not taken out while a skill cites it', async () => {
  const { user } = visit(paths.draftPart(2, 'sources'))
  const number = await screen.findByLabelText('Number')
  const id = (number as HTMLInputElement).value
  await user.click(screen.getByRole('button', { name: 'Save the source' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Say what it is')
  await user.type(screen.getByLabelText('Who wrote it, what it is called, and when'), 'A review of reviews, 2026')
  await user.click(screen.getByRole('button', { name: 'Save the source' }))
  await screen.findByText(`Source ${id} is saved`)
  await user.click(screen.getByRole('link', { name: `Change source ${id}` }))
  expect(await screen.findByRole('heading', { name: `Change source ${id}` })).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Take this source out' }))
  await screen.findByText(`Source ${id} is taken out`)

  const cited = (await screen.findAllByRole('row')).find((row) => within(row).queryByText(/^\d\.\d/))
  await user.click(within(cited ?? document.body).getByRole('link'))
  await user.click(await screen.findByRole('button', { name: 'Take this source out' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Take it out of these skills first')
})
