import { after } from '#domain/calendar.ts'
import type { PoolRole } from '#domain/person.ts'
import { askedFor } from '#domain/self-assessment.ts'
import type { Draft } from './draft.ts'

/** A self-assessment as a world plans it. One that `stopsAfter` some skills is still under way. */
export interface PlannedRating {
  roles: readonly PoolRole[]
  daysAgo: number
  /** What somebody says of a skill that is asked at `needs`. */
  says: (skill: string, needs: number) => number
  stopsAfter?: number
}

const reflections: Record<string, string> = {
  '1.1': 'I chaired a learning review for a hospital trust in 2024. Twice I brought the meeting back from who to what made it likely.',
  '3.3': 'I have chaired complaints panels of seven for six years; never one in which an agency defended itself against another.',
  '5.3': 'I used a contributory-factor frame in two internal reviews, with a colleague who knew it better than I did.',
  '6.1': 'Two reports of mine were accepted after one round of comments. Both were internal.',
}

/** Writes what somebody said of their skills, as the product would keep it. */
export function layRatings(draft: Draft, personId: string, { roles, daysAgo, says, stopsAfter }: PlannedRating): void {
  const { chance, rows, content } = draft
  const framework = content.frameworks.at(-1)
  if (!framework) return
  const startedAt = draft.daytime(daysAgo)
  const id = chance.newId(startedAt)
  const asked = askedFor(framework, roles)
  const answered = asked.slice(0, stopsAfter ?? asked.length)
  const submittedAt = stopsAfter === undefined ? after(startedAt, { minutes: 50 }) : null
  rows.self_assessment.push({
    id,
    version: submittedAt ? 2 : 1,
    person_id: personId,
    framework_version: framework.version,
    roles: roles.toSorted().join(','),
    state: submittedAt ? 'submitted' : 'in-progress',
    started_at: startedAt.toISOString(),
    submitted_at: submittedAt?.toISOString() ?? null,
  })
  for (const [index, { skill, needs }] of answered.entries()) {
    const said = { skill, level: says(skill, needs), confidence: chance.pick(['low', 'medium', 'high']), reflection: reflections[skill] ?? '' }
    const at = after(startedAt, { minutes: index }).toISOString()
    rows.skill_answer.push({ assessment_id: id, version: 1, updated_at: at, ...said })
    if (submittedAt)
      rows.rating.push({
        id: chance.newId(submittedAt),
        person_id: personId,
        assessment_id: id,
        framework_version: framework.version,
        at: submittedAt.toISOString(),
        ...said,
      })
  }
  const entry = { record: 'self-assessment', recordId: id, personId }
  draft.note(startedAt, personId, { ...entry, action: 'self-assessment-started', changes: [{ field: 'roles', from: null, to: roles.join(', ') }] })
  if (submittedAt)
    draft.note(submittedAt, personId, {
      ...entry,
      action: 'self-assessment-submitted',
      changes: [
        { field: 'roles', from: null, to: roles.join(', ') },
        { field: 'framework', from: null, to: framework.version },
      ],
    })
}
