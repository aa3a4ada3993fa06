import { after } from '#domain/calendar.ts'
import type { PoolRole } from '#domain/person.ts'
import type { Draft } from './draft.ts'
import { layEvidence, layExperience } from './evidence-history.ts'
import { layRatings } from './rating-history.ts'
import { layRequest, type PlannedStep } from './verification-request.ts'

/** Who looks at requests in a world, by id, and the person whose request was decided with a level to answer. */
export interface VerificationCast {
  /** Has a queue. */
  busy: string
  /** Has decided some and has nothing waiting. */
  rested: string
  /** Was named by a coordinator for one. */
  named: string
  coordinator: string
  /** Asked, was found lower on one skill, and can answer or ask again. */
  learner: string
}

const day = (years: number, now: Date) => `${now.getUTCFullYear() - years}-04-01`

/**
 * Writes what people said of their ties, some evidence, and requests in every state: a queue with due days for one assessor, one request that a
 * coordinator named somebody for, and one for which nobody is free. Laid last, so that nothing else in the world depends on it.
 */
export function layVerification(draft: Draft, cast: VerificationCast): void {
  const { busy, rested, named, coordinator, learner } = cast
  layTies(draft, named, [{ organisation: 'birmingham-city-council', fromYears: 14, toYears: 3 }])
  layTies(draft, busy, [
    { organisation: 'devon-county-council', fromYears: 18, toYears: 7 },
    { organisation: 'ofsted', fromYears: 2, toYears: null, kind: 'contract' },
  ])
  layTies(draft, rested, [{ organisation: 'university-of-bristol', fromYears: 9, toYears: null }])
  layTies(draft, learner, [{ organisation: 'birmingham-city-council', fromYears: 11, toYears: null }])

  const sendTo = (assessorId: string, sentDaysAgo: number): [PlannedStep, PlannedStep] => {
    const at = draft.daytime(sentDaysAgo)
    return [
      { event: 'send', at, assessorId: null },
      { event: 'offer', at, assessorId },
    ]
  }
  const step = (event: PlannedStep['event'], daysAgo: number, assessorId: string | null, more: Partial<PlannedStep> = {}): PlannedStep => ({
    event,
    at: draft.daytime(daysAgo),
    assessorId,
    ...more,
  })
  layRequest(draft, {
    personId: learner,
    // Those that her evidence serves.
    skills: ['3.3', '5.1', '6.1'],
    steps: [...sendTo(busy, 2), step('accept', 1, busy), step('decide', 1, busy)].map(inOrder),
    findings: [
      {
        outcome: 'lower',
        reason:
          'The testimony shows it in one panel, among people who agreed on what they were there for. I saw nothing done among agencies at odds.',
        equivalence: 'The reports do not say how the panel was led, so I could not count them here.',
      },
      {
        outcome: 'agree',
        reason: 'The merged chronology shows it, with the gaps named and taken back to the people who were there.',
        equivalence: 'Both reports rest on chronologies of several agencies: that is what the level asks.',
      },
      { outcome: 'not-enough', reason: 'An article, and no report that I could read: I could not tell which words are yours.' },
    ],
  })

  const [toAnswer, nearlyDue, overdue, done, lapsed, withdrawn, unlucky, forNamed] = askers(draft, learner)
  const asks = (
    personId: string | undefined,
    sentDaysAgo: number,
    steps: (id: string) => PlannedStep[],
    more: { skills?: number; findings?: 1 | 2 } = {},
  ) => {
    if (!personId) return
    layTies(draft, personId, personId === unlucky ? [{ organisation: 'birmingham-city-council', fromYears: 6, toYears: null }] : [])
    layRatings(draft, personId, { roles: rolesOf(draft, personId), daysAgo: sentDaysAgo + 3, says: (_skill, needs) => needs })
    layProof(draft, personId, sentDaysAgo + 1)
    layRequest(draft, { personId, skills: more.skills ?? 2, steps: steps(personId).map(inOrder), findings: found.slice(0, more.findings ?? 0) })
  }
  asks(toAnswer, 3, () => sendTo(busy, 3), { skills: 3 })
  asks(nearlyDue, 28, () => [...sendTo(busy, 28), step('accept', 25, busy)], { findings: 1 })
  asks(overdue, 33, () => [...sendTo(busy, 33), step('accept', 31, busy)])
  asks(done, 40, () => [...sendTo(rested, 40), step('accept', 38, rested), step('decide', 20, rested)], { findings: 2 })
  asks(lapsed, 17, () => [...sendTo(rested, 17), step('lapse', 2, rested)])
  asks(withdrawn, 12, () => [...sendTo(busy, 12), step('withdraw', 9, busy)])
  asks(unlucky, 6, () => [
    ...sendTo(busy, 6),
    step('decline', 5, busy, { why: 'capacity', reason: 'My queue is full until the end of the month.' }),
    { ...step('offer', 5, rested), at: draft.daytime(5) },
    step('decline', 4, rested, { why: 'conflict', reason: 'We sat on the same board two years ago.' }),
  ])
  asks(forNamed, 5, () => {
    const at = draft.daytime(5)
    return [
      { event: 'send', at, assessorId: null },
      step('offer', 2, named, { by: coordinator, reason: 'I rang her: she knows nobody here and has the time.' }),
    ]
  })
}

const found = [
  { outcome: 'agree' as const, reason: 'The note shows it in two reviews, each time with the reasons written down.' },
  { outcome: 'lower' as const, reason: 'One example, beside somebody more experienced. The level asks for work of their own.' },
]

/** Moments of one day come in the order of their steps. */
function inOrder(step: PlannedStep, index: number, steps: readonly PlannedStep[]): PlannedStep {
  const earliest = Math.max(...steps.slice(0, index).map(({ at }) => at.getTime()), 0)
  return step.at.getTime() > earliest ? step : { ...step, at: after(new Date(earliest), { minutes: index }) }
}

/** A person's row as it was laid: plain values, never expressions. */
interface LaidPerson {
  id: string
  standing: string | null
  roles: string
}

/** People who want to join and have an account, in the order they came; the same ones whatever the framework says. */
function askers({ rows }: Draft, learner: string): (string | undefined)[] {
  const withAccount = new Set(rows.account.map((row) => row.person_id))
  const rated = new Set(rows.rating.map((row) => row.person_id))
  return (rows.person as LaidPerson[])
    .filter(({ id, standing, roles }) => standing === 'applicant' && roles !== '' && id !== learner && withAccount.has(id) && !rated.has(id))
    .map(({ id }) => id)
    .slice(0, 8)
}

const rolesOf = ({ rows }: Draft, personId: string) =>
  (rows.person as LaidPerson[]).flatMap(({ id, roles }) => (id === personId ? roles.split(',').filter(Boolean) : [])) as PoolRole[]

interface PlannedTie {
  organisation: string
  fromYears: number
  toYears: number | null
  kind?: string
}

function layTies(draft: Draft, personId: string, ties: readonly PlannedTie[]): void {
  const at = draft.daytime(60)
  for (const { organisation, fromYears, toYears, kind = 'employer' } of ties) {
    const id = draft.chance.newId(at)
    draft.rows.affiliation.push({
      id,
      version: 1,
      person_id: personId,
      organisation_id: organisation,
      free_name: null,
      kind,
      from_day: day(fromYears, draft.now),
      to_day: toYears === null ? null : day(toYears, draft.now),
      declared_at: at.toISOString(),
    })
  }
  draft.rows.affiliation_declaration.push({ person_id: personId, declared_at: at.toISOString() })
  draft.note(at, personId, { action: 'affiliations-confirmed', record: 'person', recordId: personId, personId })
}

/** A piece of text for the first skills that somebody rated, and a report that they worked on. */
function layProof(draft: Draft, personId: string, daysAgo: number): void {
  const skills = (draft.rows.rating as { person_id: string; skill: string }[]).flatMap((row) => (row.person_id === personId ? [row.skill] : []))
  const text =
    'In 2024 I led two learning reviews for a hospital trust. I set the terms with the commissioner, kept the panel to what made the outcome likely, and wrote down each decision with the reason. Both reports were accepted after one round of comments.'
  layEvidence(draft, personId, {
    kind: 'text',
    title: 'How I led two learning reviews',
    state: 'ready',
    skills: [...new Set(skills)].toSorted().slice(0, 2),
    daysAgo,
    versions: [{ daysAgo, text }],
  })
  layExperience(draft, personId, {
    publisher: 'Northmoor Safeguarding Children Board',
    year: draft.now.getUTCFullYear() - 5,
    role: 'author',
    url: 'https://northmoor.example.org/reports/learning-review',
    daysAgo,
  })
}
