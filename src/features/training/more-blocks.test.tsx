// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { paths } from '#paths'
import { contentWith, everyBlock } from '#testing/lesson-with-blocks.ts'
import { ask, startWith, tripOnce, visit } from '#testing/visit.tsx'

const lesson = paths.lesson('m1', 'short-history')
beforeEach(() => startWith('ordinary-week', 'learner', contentWith(everyBlock)))

const region = (id: string) => within(document.getElementById(id) as HTMLElement)
const open = async () => {
  const page = visit(lesson)
  await screen.findByRole('group', { name: 'Who decides?' })
  return page
}

test('a choice is checked when asked, says what the chosen option misses and which is right, and can be tried again', async () => {
  const { user } = await open()
  await user.click(region('b1').getByRole('button', { name: 'Check' }))
  expect(region('b1').getByText('Choose an answer, then check it')).toBeInTheDocument()
  await user.click(region('b1').getByRole('radio', { name: 'The author' }))
  expect(region('b1').queryByText('The author writes.')).not.toBeInTheDocument()
  await user.click(region('b1').getByRole('button', { name: 'Check' }))
  const said = region('b1').getByRole('status')
  expect(said).toHaveTextContent(
    'Not quite.Not right: The authorThe author writes.Also right: The boardOn the advice of its panel.So it was in 2010.',
  )
  await user.click(region('b1').getByRole('button', { name: 'Try again' }))
  expect(region('b1').getByRole('radio', { name: 'The author' })).toHaveFocus()
  expect(region('b1').getByRole('status')).toBeEmptyDOMElement()
  await user.keyboard('{ArrowDown}{Enter}')
  expect(region('b1').getByRole('status')).toHaveTextContent('That is right.Right: The board')
})

test('a choice of several is right when all that are right are chosen and nothing else', async () => {
  const { user } = await open()
  await user.click(region('b3').getByRole('checkbox', { name: 'Agencies' }))
  await user.click(region('b3').getByRole('checkbox', { name: 'The coroner' }))
  await user.click(region('b3').getByRole('button', { name: 'Check' }))
  expect(region('b3').getByRole('status')).toHaveTextContent(
    'Not quite.Right: AgenciesEach on itself.Also right: The authorOn all of it.Not right: The coronerThat is another inquiry.',
  )
  await user.click(region('b3').getByRole('checkbox', { name: 'The coroner' }))
  expect(region('b3').getByRole('status')).toBeEmptyDOMElement()
  await user.click(region('b3').getByRole('checkbox', { name: 'The author' }))
  await user.click(region('b3').getByRole('button', { name: 'Check' }))
  expect(region('b3').getByRole('status')).toHaveTextContent(/^That is right\./)
})

const items = () =>
  region('b4')
    .getAllByRole('listitem')
    .slice(0, 4)
    .map((item) => /^(Ask|Listen|Write|Check)/.exec(item.textContent)?.[0] ?? '')

test('items are put in order with their buttons alone: the focus stays with the item, its place is said, and what stands right is marked', async () => {
  const { user } = await open()
  const before = items()
  expect(before).not.toEqual(['Ask', 'Listen', 'Write', 'Check'])
  const last = before[3] ?? ''
  const up = region('b4').getByRole('button', { name: `Up: ${last}` })
  up.focus()
  await user.keyboard('{Enter}')
  expect(items()).toEqual([before[0], before[1], last, before[2]])
  expect(region('b4').getByText(`${last}: now 3 of 4`)).toHaveAttribute('role', 'status')
  expect(up).toHaveFocus()
  await user.keyboard('{Enter}{Enter}{Enter}')
  expect(items()[0]).toBe(last)
  expect(region('b4').getByText(`${last}: is already first`)).toBeInTheDocument()
  expect(up).toHaveFocus()

  for (const [place, item] of ['Ask', 'Listen', 'Write', 'Check'].entries())
    while (items()[place] !== item) await user.click(region('b4').getByRole('button', { name: `Up: ${item}` }))
  await user.click(region('b4').getByRole('button', { name: 'Check' }))
  expect(region('b4').getAllByText('Stands right')).toHaveLength(4)
  expect(region('b4').getByText('Every item stands where it belongs.')).toBeInTheDocument()
  expect(region('b4').getByText(/Listen comes at 2\./)).toBeInTheDocument()
  await user.click(region('b4').getByRole('button', { name: 'Down: Ask' }))
  expect(region('b4').queryByText('Stands right')).not.toBeInTheDocument()
  await user.click(region('b4').getByRole('button', { name: 'Check' }))
  expect(region('b4').getByText('2 of 4 stand where they belong.')).toBeInTheDocument()
  expect(region('b4').getByText('Belongs at 1')).toBeInTheDocument()
})

test('a reload shows the items in the same order', async () => {
  const first = await open()
  const before = items()
  first.unmount()
  await open()
  expect(items()).toEqual(before)
})

test('pairs are matched from lists; one left open is asked for, and each is told where it belongs', async () => {
  const { user } = await open()
  await user.selectOptions(region('b5').getByRole('combobox', { name: 'Chair' }), 'A. Presides')
  await user.click(region('b5').getByRole('button', { name: 'Check' }))
  expect(region('b5').getByRole('alert')).toHaveTextContent('Choose one for each, then check')
  expect(region('b5').getByRole('combobox', { name: 'Author' })).toHaveFocus()
  await user.selectOptions(region('b5').getByRole('combobox', { name: 'Author' }), 'B. Weighs')
  await user.selectOptions(region('b5').getByRole('combobox', { name: 'Panel' }), 'C. Writes')
  await user.click(region('b5').getByRole('button', { name: 'Check' }))
  expect(region('b5').getByText('1 of 3 pairs are right.')).toBeInTheDocument()
  expect(region('b5').getByRole('status')).toHaveTextContent(
    'Right: ChairIt belongs to: Presides. By the guidance.Not right: AuthorIt belongs to: Writes',
  )
  await user.click(region('b5').getByRole('button', { name: 'Try again' }))
  expect(region('b5').getByRole('combobox', { name: 'Chair' })).toHaveFocus()
})

test('a reflection is saved as it is typed, survives a reload, and what another tab wrote is never overwritten unseen', async () => {
  const { user, unmount } = await open()
  await user.type(screen.getByRole('textbox', { name: 'What would you do?' }), 'I would ask.')
  await user.tab()
  await screen.findByText(/^Saved \d/)
  unmount()
  const again = await open()
  const field = screen.getByRole('textbox', { name: 'What would you do?' })
  expect(field).toHaveValue('I would ask.')
  await ask('PUT', '/learning-log/m1/1/short-history/b6', { words: 'Written elsewhere' }, 1)
  await again.user.type(field, ' Twice.')
  await again.user.tab()
  expect(await screen.findByText('Written elsewhere')).toBeInTheDocument()
  expect(field).toHaveValue('I would ask. Twice.')
  await again.user.click(screen.getByRole('button', { name: 'Keep the words on this page' }))
  await screen.findByText(/^Saved \d/)
  expect((await ask('GET', '/learning-log')).entries[0].words).toBe('I would ask. Twice.')
})

test('a reflection that cannot be saved says so and stays, and the words of another tab can be taken', async () => {
  const { user } = await open()
  tripOnce('put', '/api/learning-log/m1/1/short-history/b6')
  await user.type(screen.getByRole('textbox', { name: 'What would you do?' }), 'Mine')
  await user.tab()
  expect(await screen.findByText(/^Not saved: Something went wrong on our side/)).toBeInTheDocument()
  await ask('PUT', '/learning-log/m1/1/short-history/b6', { words: 'Theirs' }, 0)
  await user.type(screen.getByRole('textbox', { name: 'What would you do?' }), '!')
  await user.tab()
  await user.click(await screen.findByRole('button', { name: 'Take the words from there' }))
  expect(screen.getByRole('textbox', { name: 'What would you do?' })).toHaveValue('Theirs')
})

test('the note on a lesson opens when asked for, with the focus in it', async () => {
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: 'Your note on this lesson' }))
  const note = await screen.findByRole('textbox', { name: 'Your note on this lesson' })
  expect(note).toHaveFocus()
  await user.keyboard('Read again')
  await user.tab()
  await screen.findByText(/^Saved \d/)
  expect((await ask('GET', '/learning-log')).entries[0]).toMatchObject({ kind: 'note', words: 'Read again' })
})

test('the checklist downloads with its ticks', async () => {
  const { user } = await open()
  await user.click(screen.getByRole('checkbox', { name: 'Ring the family' }))
  const file = screen.getByRole('link', { name: 'Download as text the list Before the first meeting' })
  expect(file).toHaveAttribute('download', 'before-the-first-meeting.txt')
  expect(decodeURIComponent(file.getAttribute('href') ?? '')).toBe(
    'data:text/plain;charset=utf-8,Before the first meeting\r\n\r\n[ ] Read it all\r\n[x] Ring the family\r\n',
  )
})

test('a drawing is one picture with its words', async () => {
  await open()
  const picture = screen.getByRole('img', { name: 'A line from the panel to the board' })
  expect(picture).toHaveTextContent('Panel')
  expect(screen.getByText('Who advises whom')).toBeInTheDocument()
})

test('a passage that may distress is closed until asked for; skipping it leads on, and the end of the lesson leads back', async () => {
  const { user } = await open()
  const hard = region('b9')
  expect(hard.getByText('It speaks of an injury.', { exact: false })).toBeVisible()
  expect(hard.getByText('He was hurt.')).not.toBeVisible()
  await user.click(hard.getByRole('button', { name: 'Skip this part' }))
  expect(document.getElementById('b11')).toHaveFocus()
  expect(hard.getByText('You skipped this part.')).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'It speaks of an injury.' }))
  expect(document.getElementById('b9')).toHaveFocus()
  await user.click(hard.getByRole('button', { name: 'Show this part' }))
  expect(hard.getByText('He was hurt.')).toBeVisible()
  expect(hard.getByText('He was hurt.').parentElement).toHaveFocus()
  expect(screen.queryByRole('heading', { name: 'Parts you have not opened' })).not.toBeInTheDocument()
})

const player = (name: string) => screen.getByLabelText<HTMLMediaElement>(name)

test('a film has its controls and captions and a recording of sound its controls; nothing of either is sent or plays before it is asked for', async () => {
  await open()
  const film = player('A first meeting')
  expect(film.tagName).toBe('VIDEO')
  expect(film).toHaveAttribute('src', '/recordings/first-meeting.mp4')
  const track = film.querySelector('track')
  expect(track).toHaveAttribute('src', '/recordings/first-meeting.vtt')
  expect(track).toHaveAttribute('kind', 'captions')
  expect(track).toHaveAttribute('srclang', 'en')
  expect(track).toHaveAttribute('default')
  expect(screen.getByText('A first meeting (film, 1 minute)')).toBeInTheDocument()

  const sound = player('A first call')
  expect(sound.tagName).toBe('AUDIO')
  expect(sound.querySelector('track')).toBeNull()
  expect(screen.getByText('A first call (sound, 2.5 minutes)')).toBeInTheDocument()

  for (const each of [film, sound]) {
    expect(each).toHaveAttribute('controls')
    expect(each).toHaveAttribute('preload', 'none')
    expect(each).not.toHaveAttribute('autoplay')
  }
})

test('all that is said in a recording is there to read', async () => {
  const { user } = await open()
  expect(region('b14').getByText('Chair: I am sorry to ring so late.')).not.toBeVisible()
  await user.click(region('b14').getByText('Transcript of A first call'))
  expect(region('b14').getByText('Chair: I am sorry to ring so late.')).toBeVisible()
})

test('a recording that cannot be played says so, leads to its transcript and can be tried again', async () => {
  const { user } = await open()
  const load = vi.spyOn(HTMLMediaElement.prototype, 'load').mockImplementation(() => undefined)
  fireEvent.error(player('A first meeting'))
  expect(region('b12').getByRole('status')).toHaveTextContent(
    'This cannot be played here. The transcript below has everything that is said and shown in it.',
  )
  expect(region('b14').getByRole('status')).toBeEmptyDOMElement()
  await user.click(region('b12').getByRole('button', { name: 'Try again' }))
  expect(load).toHaveBeenCalledOnce()
  expect(region('b12').getByRole('status')).toBeEmptyDOMElement()
  load.mockRestore()
})

test('without the network a recording says that it needs it, and that the transcript is here', async () => {
  await open()
  act(() => void dispatchEvent(new Event('offline')))
  expect(region('b12').getByRole('status')).toHaveTextContent('The network is away, and playing this needs it. The transcript below is here to read.')
  fireEvent.error(player('A first meeting'))
  expect(region('b12').queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
  act(() => void dispatchEvent(new Event('online')))
  expect(region('b12').getByRole('button', { name: 'Try again' })).toBeInTheDocument()
  expect(region('b14').getByRole('status')).toBeEmptyDOMElement()
})
