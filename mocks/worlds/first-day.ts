import { after } from '#domain/calendar.ts'
import { layAccount, layPerson, layStaff, noteSignUp } from './accounts.ts'
import { startDraft } from './draft.ts'
import { emailFor } from './naming.ts'
import { recount } from '#api/repository/tally.ts'
import { writeRows } from './rows.ts'
import type { World } from './world.ts'

const administrator = 'Rosalind Nkemelu-Hart'
const coordinator = 'Marguerite Osei-Lowther'
const learner = 'Amara Okafor'

const personas: World['personas'] = {
  visitor: null,
  learner: { email: emailFor(learner), title: `${learner}, who has just signed up` },
  coordinator: { email: emailFor(coordinator), title: `${coordinator}, coordinator for every region` },
  administrator: { email: emailFor(administrator), title: `${administrator}, the first administrator` },
}

/** The product as it is on the morning it is first used. */
export const firstDay: World = {
  name: 'first-day',
  title: 'The first day',
  about: 'Nothing is here yet: an administrator, the coordinator they invited this morning, and the first person to sign up.',
  regime: 'SCR-2010',
  date: '2026-11-23',
  personas,
  faults: [],
  async build(tx, now, content, secrets) {
    const draft = startDraft(now, 1, content, personas, secrets)
    const minutesAgo = (minutes: number) => after(now, { minutes: -minutes })
    const invitedBy = layStaff(draft, { name: administrator, role: 'administrator', invitedAt: minutesAgo(180), invitedBy: null })
    layStaff(draft, { name: coordinator, role: 'coordinator', invitedAt: minutesAgo(120), invitedBy })
    const [createdAt, confirmedAt] = [minutesAgo(20), minutesAgo(15)]
    const person = layPerson(draft, { name: learner, email: emailFor(learner), standing: 'enquirer', createdAt })
    const at = createdAt.toISOString()
    draft.rows.person_standing.push({
      id: draft.chance.newId(createdAt),
      person_id: person.id,
      standing: 'enquirer',
      reason: null,
      at,
      by_person_id: null,
    })
    const held = { role: 'learner', region: null } as const
    noteSignUp(
      draft,
      layAccount(draft, { personId: person.id, email: emailFor(learner), held, createdAt, confirmedAt, invited: false }),
      createdAt,
      confirmedAt,
    )
    await writeRows(tx, draft.rows)
    await recount(tx)
  },
}
