import { keepRegister } from '#api/repository/organisations.ts'
import { rebuildBars } from '#api/repository/bars.ts'
import type { Db } from '#api/repository/database.ts'
import { recount } from '#api/repository/tally.ts'
import { noteCore } from '#api/repository/training-states.ts'
import { content } from '#content/content.ts'
import { after } from '#domain/calendar.ts'
import type { Framework } from '#domain/framework.ts'
import type { Standing, TrainingState } from '#domain/person.ts'
import { drawAffiliations, tiedBodies } from './affiliation-history.ts'
import { type Chance, startChance } from './chance.ts'
import { layPerson } from './accounts.ts'
import { drawName } from './naming.ts'
import { drawRegion, drawRoles } from './roster-plan.ts'
import { fillChecks } from './big-pool-checks.ts'
import { noRows, type Rows, writeRows } from './rows.ts'
import { fillMembers } from './big-pool-members.ts'
import { fillTraining } from './big-pool-training.ts'
import { fillSkills } from './big-pool-skills.ts'

export interface BigPool {
  people: number
  seed: number
  now: Date
  /** What its people were verified against; the newest that ships where none is named. */
  framework?: Framework | undefined
}

const standings: readonly { share: number; standing: Standing }[] = [
  { share: 30, standing: 'enquirer' },
  { share: 12, standing: 'applicant' },
  { share: 6, standing: 'in-checks' },
  { share: 10, standing: 'in-training' },
  { share: 4, standing: 'supervised' },
  { share: 24, standing: 'active' },
  { share: 3, standing: 'paused' },
  { share: 4, standing: 'refresher-due' },
  { share: 3, standing: 'expired' },
  { share: 1, standing: 'suspended' },
  { share: 2, standing: 'retired' },
  { share: 1, standing: 'removed' },
]

const trainings: readonly { share: number; training: TrainingState }[] = [
  { share: 35, training: 'not-started' },
  { share: 30, training: 'in-progress' },
  { share: 35, training: 'completed' },
]

/** How many people are written before the next are made, so that memory stays small. */
const atOnce = 5_000

/** Fills a migrated database with so many people on the roster, without accounts, for measuring lists. The same seed and day give the same people. */
export const buildBigPool = (db: Db, { people, seed, now, framework = content.frameworks.at(-1) }: BigPool): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await keepRegister(tx, content.organisations)
    const chance = startChance(seed)
    const ties = startChance(seed + 5)
    const bodyFor = tiedBodies(content.organisations)
    for (let made = 0; made < people; made += atOnce) {
      const rows = noRows()
      for (let number = made + 1; number <= Math.min(people, made + atOnce); number++) {
        layOne(rows, chance, number, now)
        layTies(rows, ties, bodyFor, now)
      }
      await writeRows(tx, rows)
    }
    await recount(tx)
    await fillMembers(tx, startChance(seed + 5), now)
    await fillChecks(tx, startChance(seed + 9), now)
    // Its training states are drawn, not derived: nothing is to derive them afresh.
    await noteCore(tx, content.paths)
    await fillTraining(tx, content)
    if (!framework) return
    await fillSkills(tx, startChance(seed + 3), framework)
    await rebuildBars(tx, framework)
  })

/** What the last person of these declares: some three ties each, and one in eight has never declared. */
function layTies(rows: Rows, chance: Chance, bodyFor: ReturnType<typeof tiedBodies>, now: Date): void {
  const person = rows.person.at(-1) as { id: string; region: string | null } | undefined
  if (!person || chance.happens(12)) return
  rows.affiliation.push(...drawAffiliations(chance, person, now, bodyFor), ...drawAffiliations(chance, person, now, bodyFor))
  rows.affiliation_declaration.push({ person_id: person.id, declared_at: after(now, { days: -chance.whole(1, 300) }).toISOString() })
}

function layOne(rows: Rows, chance: Chance, number: number, now: Date): void {
  // Five years of people; an hour ago at the latest.
  const createdAt = after(now, { minutes: -chance.whole(60, 5 * 365 * 24 * 60) })
  const roles = drawRoles(chance).toSorted()
  const { standing } = chance.pickByShare(standings)
  const person = layPerson({ chance, rows }, { name: drawName(chance), email: `person.${number}@example.org`, standing, createdAt })
  person.region = drawRegion(chance)
  person.roles = roles.join(',')
  person.training = chance.pickByShare(trainings).training
  rows.person_role.push(...roles.map((role) => ({ person_id: person.id, role })))
  const at = person.created_at
  rows.person_standing.push({ id: chance.newId(createdAt), person_id: person.id, standing, reason: null, at, by_person_id: null })
}
