// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, visit } from '#testing/visit.tsx'

const names = async () => (await screen.findAllByRole('rowheader')).map((header) => header.querySelector('a')?.textContent)

test('the register is filtered by area and kind in the address, and says what to do when nothing matches', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(paths.organisations())
  await user.selectOptions(await screen.findByLabelText('Serves the area of'), 'Kent')
  await user.selectOptions(screen.getByLabelText('Kind'), 'Police')
  await user.click(screen.getByRole('button', { name: 'Apply filters' }))
  await waitFor(() => expect(location.search).toBe('?kind=police&area=kent-county-council'))
  await waitFor(async () => expect(await names()).toEqual(['Kent Police']))
  await user.type(screen.getByLabelText('Search by name'), 'zebra')
  await user.click(screen.getByRole('button', { name: 'Apply filters' }))
  expect(await screen.findByText(/No organisation matches these filters/)).toBeInTheDocument()
})

test('a coordinator sees who serves an area and what it took the place of, and is offered nothing that only an administrator does', async () => {
  await startWith('ordinary-week', 'coordinator')
  visit(paths.organisation('cumberland-council'))
  expect(await screen.findByRole('link', { name: 'Cumbria County Council, from 1 April 2023' })).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Cumbria Constabulary' })).toBeInTheDocument()
  expect(screen.queryByText('Record a merger')).not.toBeInTheDocument()
})

test('nothing typed is lost when an organisation cannot be added', async () => {
  await startWith('save-fails', 'administrator')
  const { user } = visit(paths.addOrganisation())
  await user.type(await screen.findByLabelText('Name'), 'Fernmoor Trust')
  await user.click(screen.getByRole('button', { name: 'Add to the register' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong on our side')
  expect(screen.getByLabelText('Name')).toHaveValue('Fernmoor Trust')
})

test('another name that an administrator adds is shown and taken back', async () => {
  await startWith('ordinary-week', 'administrator')
  const { user } = visit(paths.organisation('kent-police'))
  await user.click(await screen.findByText('Add another name'))
  await user.type(screen.getByLabelText('Name'), 'Kent County Constabulary')
  await user.click(screen.getAllByRole('button', { name: 'Save' })[0]!) // the form of names is the first
  expect(await screen.findByText('Other name: Kent County Constabulary')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Take back' }))
  expect(await screen.findByText('It is taken back')).toBeInTheDocument()
  expect(screen.queryByText('Other name: Kent County Constabulary')).not.toBeInTheDocument()
})
