import { after } from '#domain/calendar.ts'
import type { EvidenceKind, EvidenceState } from '#domain/evidence.ts'
import type { PoolRole } from '#domain/person.ts'
import type { Draft } from './draft.ts'

/** A piece of evidence as a world plans it. Each of `versions` came some days ago, the first with the piece itself. */
export interface PlannedEvidence {
  kind: Exclude<EvidenceKind, 'file'>
  title: string
  state: Extract<EvidenceState, 'draft' | 'ready' | 'withdrawn' | 'asked' | 'declined'>
  skills: readonly string[]
  daysAgo: number
  versions?: readonly { daysAgo: number; text?: string; url?: string; from?: { name: string; capacity: string } }[]
  /** What is written so far of a draft. */
  text?: string
  witness?: { name: string; email: string | null; capacity: string }
}

export interface PlannedReport {
  publisher: string
  year: number
  role: PoolRole
  url: string
  daysAgo: number
}

const first = {
  daysAgo: 15,
  text: 'In 2024 I merged the records of four agencies into one chronology for a learning review in a hospital trust. I marked where two records did not agree and where nobody had written anything down, and took the seven largest gaps back to the people who were there.',
}

export const wholeSet: readonly PlannedEvidence[] = [
  {
    kind: 'text',
    title: 'A chronology merged from four agencies',
    state: 'ready',
    skills: ['5.1', '5.5'],
    daysAgo: first.daysAgo,
    versions: [
      first,
      {
        daysAgo: 6,
        text: `${first.text}\n\nTwo of the gaps changed the finding: what had looked like one missed visit was a rota that left every second weekend uncovered.`,
      },
    ],
  },
  {
    kind: 'link',
    title: 'An article on writing for people who were there',
    state: 'ready',
    skills: ['6.1'],
    daysAgo: 11,
    versions: [
      {
        daysAgo: 11,
        url: 'https://example.org/articles/writing-for-people-who-were-there',
        text: 'The second half is mine: how a draft was read with practitioners.',
      },
    ],
  },
  {
    kind: 'testimony',
    title: 'Chairing the complaints panel, 2019 to 2025',
    state: 'ready',
    skills: ['3.3', '3.1'],
    daysAgo: 10,
    versions: [
      {
        daysAgo: 8,
        text: 'I sat on the panel for three of those years. Farzana kept seven people to the question, and twice stopped a discussion of who was to blame before it began. I did not see her chair agencies that were set against each other.',
        from: { name: 'Euan Drumgoole-Pask', capacity: 'Lay member of the panel, 2020 to 2023' },
      },
    ],
  },
  {
    kind: 'testimony',
    title: 'The learning review of 2024',
    state: 'asked',
    skills: ['1.1', '5.3'],
    daysAgo: 4,
    witness: { name: 'Lowenna Basterfield', email: 'lowenna.basterfield@example.org', capacity: 'Commissioned the review and read each draft' },
  },
  {
    kind: 'text',
    title: 'Notes of an induction day',
    state: 'withdrawn',
    skills: ['1.2'],
    daysAgo: 14,
    versions: [{ daysAgo: 14, text: 'What I wrote down on the induction day for lay members in 2023, and what I would ask now.' }],
  },
]

export const firstSteps: readonly PlannedEvidence[] = [
  {
    kind: 'text',
    title: 'A report that was sent back twice',
    state: 'draft',
    skills: ['6.1'],
    daysAgo: 1,
    text: 'My first internal report came back twice. The first time because',
  },
  {
    kind: 'link',
    title: 'A talk on asking better questions',
    state: 'ready',
    skills: ['5.4'],
    daysAgo: 3,
    versions: [{ daysAgo: 3, url: 'https://example.org/talks/asking-better-questions' }],
  },
]

export const twoReports: readonly PlannedReport[] = [
  { publisher: 'Wexmoor Safeguarding Adults Board', year: 2024, role: 'author', url: 'https://example.org/wexmoor/reports/2024', daysAgo: 9 },
  { publisher: 'Harrowdene Community Safety Partnership', year: 2021, role: 'chair', url: 'https://example.org/harrowdene/reviews', daysAgo: 9 },
]

const blank = { file_name: null, media_type: null, bytes: null, stored_as: null }

/** Writes a piece of evidence with its versions and what was accounted for, as the product would keep it. Worlds hold no files. */
export function layEvidence(draft: Draft, personId: string, planned: PlannedEvidence): void {
  const { chance, rows } = draft
  const { kind, title, state, skills, daysAgo, versions = [], witness } = planned
  const startedAt = draft.daytime(daysAgo + 1)
  const id = chance.newId(startedAt)
  const entry = { record: 'evidence', recordId: id, personId }
  const isDraft = state === 'draft'
  draft.note(startedAt, personId, { ...entry, action: 'evidence-started', changes: [{ field: 'kind', from: null, to: kind }] })
  let movedAt = startedAt
  for (const [index, { daysAgo: since, text, url, from }] of versions.entries()) {
    movedAt = draft.daytime(since)
    rows.evidence_version.push({
      evidence_id: id,
      number: index + 1,
      text: text ?? null,
      url: url ?? null,
      ...blank,
      from_name: from?.name ?? null,
      from_capacity: from?.capacity ?? null,
      at: movedAt.toISOString(),
    })
    if (from) draft.note(movedAt, null, { ...entry, action: 'testimony-given' })
    else draft.note(movedAt, personId, { ...entry, action: 'evidence-version-added', changes: [{ field: 'version', from: null, to: index + 1 }] })
  }
  if (state === 'withdrawn') {
    movedAt = after(movedAt, { hours: 2 })
    draft.note(movedAt, personId, { ...entry, action: 'evidence-withdrawn' })
  }
  if (witness) {
    movedAt = draft.daytime(daysAgo)
    rows.testimony_ask.push({
      id: `a-link-that-was-never-sent-${id}`,
      evidence_id: id,
      witness_name: witness.name,
      witness_email: witness.email,
      witness_capacity: witness.capacity,
      asked_at: movedAt.toISOString(),
      expires_at: after(movedAt, { days: 28 }).toISOString(),
      used_at: null,
    })
    draft.note(movedAt, personId, { ...entry, action: 'testimony-asked' })
  }
  rows.evidence.push({
    id,
    version: 2 + versions.length,
    person_id: personId,
    kind,
    title: isDraft ? '' : title,
    state,
    created_at: startedAt.toISOString(),
    moved_at: movedAt.toISOString(),
  })
  if (!isDraft) {
    rows.evidence_skill.push(...skills.map((skill) => ({ evidence_id: id, skill })))
    return
  }
  rows.evidence_draft.push({
    evidence_id: id,
    title,
    text: planned.text ?? '',
    url: '',
    skills: skills.join(','),
    witness_name: '',
    witness_email: '',
    witness_capacity: '',
    ...blank,
    refused: 0,
    updated_at: startedAt.toISOString(),
  })
}

/** Writes a report that somebody listed. */
export function layExperience(draft: Draft, personId: string, { publisher, year, role, url, daysAgo }: PlannedReport): void {
  const createdAt = draft.daytime(daysAgo)
  const id = draft.chance.newId(createdAt)
  draft.rows.experience.push({ id, version: 1, person_id: personId, publisher, year, role, url, created_at: createdAt.toISOString() })
  draft.note(createdAt, personId, { action: 'experience-added', record: 'experience', recordId: id, personId })
}
