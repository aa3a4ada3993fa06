import { sql } from 'kysely'
import type { Content } from '#api/deps.ts'
import { newestVersion } from '#api/progress.ts'
import type { Tx } from '#api/repository/database.ts'

/** How many of sixteen people in training come to each further module. */
const step = 3

/**
 * Gives everyone on the roster the enrolments, lessons read and checks that their training state speaks of. Over a million rows: so the database itself
 * writes them out, and the last two figures of a person's id say how far they came. The checks have no items: nobody reads them one by one.
 */
export async function fillTraining(tx: Tx, content: Content): Promise<void> {
  await sql`create temporary table figure_of (letter text, number integer)`.execute(tx)
  await sql`insert into figure_of (letter, number) values ${sql.join('0123456789abcdef'.split('').map((letter, number) => sql`(${letter}, ${whole(number)})`))}`.execute(
    tx,
  )
  const [core] = content.paths
  for (const [index, { id }] of (core?.modules ?? []).entries()) await fillModule(tx, content, id, index)
  await sql`drop table figure_of`.execute(tx)
}

async function fillModule(tx: Tx, content: Content, moduleId: string, index: number): Promise<void> {
  const { module } = newestVersion(content, moduleId)
  const lessons = module.lessons.length
  const isLast = index * step + step > 15
  const passed = sql`(training = 'completed' or (training = 'in-progress' and last.number >= ${whole(isLast ? 16 : (index + 1) * step)}))`
  const read = sql`case when ${passed} then ${whole(lessons)} else other.number % ${whole(lessons + 1)} end`
  const tries = sql`case when ${passed} or (${read} = ${whole(lessons)} and other.number > 9) then 1 else 0 end`
  // The person's id with its end replaced is an id that nobody else has, of the moment they came.
  const idWith = (end: string) => sql`substr(person.id, 1, 34) || ${end + index}`
  const people = sql`
    from person
    join figure_of last on last.letter = substr(person.id, 36, 1)
    join figure_of other on other.letter = substr(person.id, 35, 1)
    where standing is not null and (training = 'completed' or (training = 'in-progress' and last.number >= ${whole(index * step)}))
  `
  await sql`
    insert into enrolment (id, person_id, module_id, module_version, place_lesson, place_block, started_at, lessons_read, tries, moved_at, passed_at, minutes_to_pass)
    select ${idWith('e')}, person.id, ${moduleId}, ${whole(module.version)}, null, null, created_at, ${read}, ${tries}, created_at,
      case when ${passed} then created_at end, case when ${passed} then (last.number * 16 + other.number) * 300 end
    ${people}
  `.execute(tx)
  await sql`
    insert into lesson_read (enrolment_id, lesson, at)
    select enrolment.id, lesson.id, enrolment.started_at
    from enrolment join (${sql.join(
      module.lessons.map(({ id }, at) => sql`select cast(${id} as text) as id, ${whole(at + 1)} as place`),
      sql` union all `,
    )}) as lesson
      on lesson.place <= enrolment.lessons_read
    where enrolment.module_id = ${moduleId}
  `.execute(tx)
  await sql`
    insert into attempt (id, person_id, enrolment_id, module_id, module_version, number, seed, items, started_at, submitted_at, "right", passed)
    select ${sql`substr(enrolment.person_id, 1, 34) || ${`a${index}`}`}, person_id, id, module_id, module_version, 1, 1, ${whole(module.check.items)}, started_at, started_at,
      case when passed_at is null then 0 else ${whole(module.check.items)} end, case when passed_at is null then 0 else 1 end
    from enrolment where module_id = ${moduleId} and tries > 0
  `.execute(tx)
}

/** A number that the database is told to be whole. */
const whole = (number: number) => sql`cast(${number} as integer)`
