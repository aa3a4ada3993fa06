import { describe, expect, test } from 'vitest'
import { type Availability, availabilityFaults, type AvailabilityGiven, capacityFaults, commitmentFaults, referenceFault } from './member.ts'

const given: AvailabilityGiven = { from: '2027-08-01', to: '2027-08-14', state: 'unavailable', roles: [], note: '', readWarning: false }
const entry = (from: string, to: string, roles: Availability['roles'] = []): Availability => ({
  id: '01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e',
  version: 1,
  from,
  to,
  state: 'limited',
  roles,
  note: '',
  enteredBy: null,
  at: '2026-11-23T09:00:00.000Z',
})
const faults = (change: Partial<AvailabilityGiven>, others: Availability[] = []) =>
  availabilityFaults({ ...given, ...change }, others, ({ from, to }) => `${from} to ${to}`)

describe('a time away', () => {
  test('of one day or many will do, beside others that do not touch it', () => {
    expect(faults({ to: '2027-08-01' })).toEqual([])
    expect(faults({}, [entry('2027-07-01', '2027-07-31'), entry('2027-08-15', '2027-08-20')])).toEqual([])
  })

  test('that ends before it begins is refused at its last day', () => {
    expect(faults({ to: '2027-07-31' }).map(({ pointer }) => pointer)).toEqual(['/to'])
  })

  test('that has a day in common with another is refused, and the other is named', () => {
    const [fault] = faults({}, [entry('2027-08-14', '2027-08-20')])
    expect(fault).toMatchObject({ pointer: '/from', detail: expect.stringContaining('2027-08-14 to 2027-08-20') })
  })

  test('for one role may lie beside one for another, and not beside one for every role', () => {
    expect(faults({ roles: ['chair'] }, [entry('2027-08-10', '2027-08-20', ['author'])])).toEqual([])
    expect(faults({ roles: ['chair'] }, [entry('2027-08-10', '2027-08-20', ['author', 'chair'])])).toHaveLength(1)
    expect(faults({ roles: ['chair'] }, [entry('2027-08-10', '2027-08-20')])).toHaveLength(1)
  })

  test('with a note that seems to name somebody is asked about, and taken once it was read again', () => {
    expect(faults({ note: 'Hearing about Child B that week' })).toEqual([{ pointer: '/note', detail: expect.stringContaining('“Child B”') }])
    expect(faults({ note: 'Hearing about Child B that week', readWarning: true })).toEqual([])
  })
})

describe('a reference of a review', () => {
  test.each(['NE-2026-014', 'LCSPR 3/2026', 'Review 12', 'SCR-07', 'panel 4', 'KE26/2'])('%s is neutral', (reference) => {
    expect(referenceFault(reference)).toBeNull()
  })

  test.each(['Amara 2026', 'Baby P', 'Baby P 2', 'Child A1', 'Okafor-1', 'SMITHSON 3', 'Jo Bloggs 1', 'the Hart family 2'])(
    '%s looks like a name',
    (reference) => {
      expect(referenceFault(reference)).toMatch(/name/)
    },
  )

  test.each(['03/04/2019', 'NE 3.4.19', '2019-04-03', 'B 03042019'])('%s looks like a date of birth', (reference) => {
    expect(referenceFault(reference)).toMatch(/date of birth/)
  })
})

test('a review in hand that ends before it begins is refused at its end', () => {
  expect(commitmentFaults({ reference: 'NE-2026-014', from: '2026-05-01', to: '2026-04-30' }).map(({ pointer }) => pointer)).toEqual(['/to'])
  expect(commitmentFaults({ reference: 'NE-2026-014', from: '2026-05-01', to: null })).toEqual([])
})

test('a month that is named twice is refused where it stands the second time', () => {
  const month = { month: '2027-08', days: 0, mostReviews: null }
  expect(capacityFaults({ daysAMonth: 5, mostReviews: 2, months: [month, { ...month, month: '2027-09' }, month] })).toEqual([
    { pointer: '/months/2/month', detail: 'This month is there twice' },
  ])
})
