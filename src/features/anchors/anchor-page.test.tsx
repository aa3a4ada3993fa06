// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, visit } from '#testing/visit.tsx'

async function openFirst(world = 'ordinary-week') {
  await startWith(world, 'assessor-new')
  const page = visit(paths.anchor('a1'))
  await screen.findByRole('heading', { level: 1, name: 'A retired detective superintendent who wants to chair' })
  return page
}

const skill = (name: RegExp) => within(screen.getByRole('region', { name }))
const chairing = () => skill(/^3.3/)
const reasonFor = (name: RegExp) => skill(name).getByLabelText('What your level rests on')

/** What another tab of the same person would send. */
const inAnotherTab = (path: string, version: number, level: number, reason: string) =>
  fetch(new URL(`/api/anchors/a1/findings/${path}`, location.origin), {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
    body: JSON.stringify({ level, reason }),
  })

test('nothing is chosen beforehand, and every level is there with its full words', async () => {
  await openFirst()
  expect(chairing().getAllByRole('radio')).toHaveLength(5)
  for (const radio of screen.getAllByRole('radio')) expect(radio).not.toBeChecked()
  expect(chairing().getByText(/Keeps a senior panel on its question/)).toBeInTheDocument()
})

test('what was chosen and typed is kept, and is there when its writer comes back', async () => {
  const { user, unmount } = await openFirst()
  await user.click(chairing().getByRole('radio', { name: 'Level 2: Supervised' }))
  await chairing().findByText(/^Saved /)
  await user.type(reasonFor(/^3.3/), 'Half a sen')
  unmount()
  const { user: again } = visit(paths.anchors())
  await again.click(await screen.findByRole('link', { name: /^A retired detective/ }))
  await waitFor(() => expect(reasonFor(/^3.3/)).toHaveValue('Half a sen'))
  expect(chairing().getByRole('radio', { name: 'Level 2: Supervised' })).toBeChecked()
})

test('when saving fails the words stay, on other pages too, the page says so, and nothing is handed in', async () => {
  const { user } = await openFirst('save-fails')
  await user.click(chairing().getByRole('radio', { name: 'Not enough to decide' }))
  await user.type(reasonFor(/^3.3/), 'Nothing to go by')
  await user.tab()
  await chairing().findByText(/^Not saved/)
  expect(reasonFor(/^3.3/)).toHaveValue('Nothing to go by')
  await user.click(screen.getByRole('button', { name: 'Hand in and read the reference' }))
  expect(await screen.findByRole('link', { name: /could not be saved/ })).toBeInTheDocument()
  await user.click(screen.getByRole('link', { name: 'Anchor dossiers' }))
  await user.click(await screen.findByRole('link', { name: /^A retired detective/ }))
  await waitFor(() => expect(reasonFor(/^3.3/)).toHaveValue('Nothing to go by'))
  await chairing().findByText(/^Not saved/)
})

test('another tab saved the same skill: both are shown, and what is on the page can be kept', async () => {
  const { user } = await openFirst()
  await inAnotherTab('3.3', 0, 4, 'He commands a room')
  await user.type(reasonFor(/^3.3/), 'He passed her over')
  await user.tab()
  expect(await chairing().findByText(/Another tab saved something else/)).toBeInTheDocument()
  expect(chairing().getByText('There: Level 4: Lead. He commands a room')).toBeInTheDocument()
  await user.click(chairing().getByRole('button', { name: 'Keep what is on this page' }))
  await chairing().findByText(/^Saved /)
  expect(chairing().queryByText(/Another tab/)).not.toBeInTheDocument()
  expect(reasonFor(/^3.3/)).toHaveValue('He passed her over')
})

test('another tab saved a skill that this one shows otherwise: it is not handed in unseen, and can be taken over', async () => {
  const { user } = await openFirst()
  for (const [name, level] of [
    [/^3.3/, 'Level 2: Supervised'],
    [/^2.4/, 'Level 3: Independent'],
    [/^1.2/, 'Level 1: Foundation'],
  ] as const) {
    await user.click(skill(name).getByRole('radio', { name: level }))
    await user.type(reasonFor(name), 'Seen')
    await user.tab()
    await skill(name).findByText(/^Saved /)
  }
  const sheet = await (await fetch(new URL('/api/anchors/a1', location.origin))).json()
  const { version } = sheet.sheet.ratings.find((rating: { skill: string }) => rating.skill === '2.4')
  await inAnotherTab('2.4', version, 1, 'Only one page')
  await user.click(screen.getByRole('button', { name: 'Hand in and read the reference' }))
  await skill(/^2.4/).findByText('There: Level 1: Foundation. Only one page')
  expect(screen.queryByRole('heading', { name: 'Reference' })).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Hand in and read the reference' }))
  expect(await screen.findByRole('link', { name: /Another tab changed skill 2.4/ })).toBeInTheDocument()
  await user.click(skill(/^2.4/).getByRole('button', { name: 'Take the other' }))
  await waitFor(() => expect(reasonFor(/^2.4/)).toHaveValue('Only one page'))
  await user.click(screen.getByRole('button', { name: 'Hand in and read the reference' }))
  expect(await screen.findByText('Handed in. Here is the reference, beside what you found')).toBeInTheDocument()
  expect(screen.getAllByRole('heading', { name: 'Reference' })).toHaveLength(3)
  expect(skill(/^2.4/).getByText('You gave 2 levels less than the reference.')).toBeInTheDocument()
})
