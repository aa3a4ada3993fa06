import type { z } from 'zod'
import type { Need } from './framework.ts'
import type { PoolRole } from './person.ts'
import { type Region, regions } from './region.ts'
import type * as schema from './skills-map.schema.ts'
import { type Line, nothingWithheld, withhold, type Withheld } from './suppression.ts'

export type SkillsMap = z.infer<typeof schema.SkillsMap>
export type MapStanding = z.infer<typeof schema.MapStanding>
type MapRow = SkillsMap['skills'][number]

/** How many people of one region are active or not, in the role or (where a skill is named) verified on it at the level asked or above. */
export interface Counted {
  skill: string | null
  region: Region | null
  active: boolean
  people: number
}

/** Whose eyes a map is for: the regions whose people the reader may open, or every region. A file may travel further than its reader. */
export interface Reader {
  every: boolean
  regions: ReadonlySet<Region>
  toFile: boolean
}

interface Question {
  role: PoolRole
  standing: MapStanding
  frameworkVersion: number
  needs: readonly Need[]
}

/**
 * The pool as skills by regions. Figures of people whose records the reader may not open, and every figure of a file, are withheld where a group under
 * five would show. "Active" and "everyone" are withheld alike, so that nothing follows from taking one map from the other.
 */
export function drawMap({ role, standing, frameworkVersion, needs }: Question, counted: readonly Counted[], reader: Reader): SkillsMap {
  const columns = [...regions, null]
  const figures = (skill: string | null, active: boolean) =>
    columns.map((region) => counted.find((one) => one.skill === skill && one.region === region && one.active === active)?.people ?? 0)
  const shown = ([active, others]: Pair) => (standing === 'active' ? active : active.map((people, column) => people + (others[column] ?? 0)))
  const pairFor = (skill: string | null): Pair => [figures(skill, true), figures(skill, false)]

  const known = new Set(columns.flatMap((region, column) => (region && reader.regions.has(region) ? [column] : [])))
  const people = pairFor(null)
  const hide = (lines: Line[], before: Withheld[]) => withholdFrom(reader, known, lines, before)
  const ofPeople = hide(
    people.map((line) => ({ counted: line, people: line.map(() => null) })),
    [nothingWithheld, nothingWithheld],
  )

  const skills = needs.map(({ skill, domain, weight, level }): MapRow => {
    const verified = pairFor(skill.id)
    const withheld = hide(
      verified.map((line, index) => ({ counted: line, people: people[index] ?? [] })),
      ofPeople,
    )
    return { skill: skill.id, name: skill.name, domain: domain.name, weight, level, ...shownOf(shown(verified), withheld) }
  })
  const inColumns = shownOf(shown(people), ofPeople)
  // A column for people without a region only where there are some.
  const shownColumns = columns.filter((region, column) => region !== null || inColumns.verified[column] !== 0)
  const map = {
    role,
    standing,
    frameworkVersion,
    columns: shownColumns.map((region, column) => ({
      region,
      people: inColumns.verified[column] ?? null,
      exact: !reader.toFile && (reader.every || known.has(column)),
    })),
    people: inColumns.everywhere,
    skills: skills.map((row) => ({ ...row, verified: row.verified.slice(0, shownColumns.length) })),
  }
  return { ...map, withheld: isWithheld(map), scarcest: scarcest(map), thinnest: thinnest(map) }
}

/** The active ones and all the others, column by column. */
type Pair = [active: number[], others: number[]]

/**
 * From this reader first, whose own regions hide nothing from them; then, for a file, from a reader who knows nothing. Each starts from what was withheld
 * of the people themselves.
 */
function withholdFrom(
  { every, toFile }: Reader,
  known: ReadonlySet<number>,
  lines: Line[],
  [own = nothingWithheld, file = nothingWithheld]: Withheld[],
) {
  const fromReader = every ? nothingWithheld : withhold(lines, own, known)
  if (!toFile) return [fromReader, fromReader]
  const both = { columns: new Set([...fromReader.columns, ...file.columns]), total: fromReader.total || file.total }
  return [fromReader, withhold(lines, both)]
}

/** The figures as they are shown: the last of what is withheld has the last word. */
function shownOf(figures: readonly number[], withheld: readonly Withheld[]): Pick<MapRow, 'verified' | 'everywhere'> {
  const { columns, total } = withheld.at(-1) ?? nothingWithheld
  return {
    verified: figures.map((figure, column) => (columns.has(column) ? null : figure)),
    everywhere: total ? null : figures.reduce((sum, figure) => sum + figure, 0),
  }
}

type Drawn = Pick<SkillsMap, 'columns' | 'people' | 'skills'>

const isWithheld = ({ columns, people, skills }: Drawn): boolean =>
  people === null ||
  columns.some((column) => column.people === null) ||
  skills.some(({ verified, everywhere }) => everywhere === null || verified.includes(null))

/** The skill that the smallest share of people was verified on; of equals the first, so a core one. Null where there is nobody or no total is shown. */
function scarcest({ people, skills }: Drawn): SkillsMap['scarcest'] {
  const rows = skills.flatMap(({ skill, name, everywhere }) => (people && everywhere !== null ? [{ skill, name, verified: everywhere, people }] : []))
  return leastOf(rows)
}

/** The region whose people lack most of what is asked of them, and what it lacks most. A region counts only when all its figures are shown. */
function thinnest({ columns, skills }: Drawn): SkillsMap['thinnest'] {
  const whole = columns.flatMap(({ region, people }, column) => {
    const rows = skills.flatMap(({ skill, name, verified }) => {
      const figure = verified[column] ?? null
      return region && people && figure !== null ? [{ skill, name, verified: figure, people, region }] : []
    })
    return rows.length === skills.length ? [rows] : []
  })
  const met = (rows: (typeof whole)[number]) => rows.reduce((sum, { verified, people }) => sum + verified / people, 0)
  const [least] = whole.toSorted((a, b) => met(a) - met(b))
  return leastOf(least ?? [])
}

const leastOf = <T extends { verified: number; people: number }>(rows: readonly T[]): T | null =>
  rows.toSorted((a, b) => a.verified / a.people - b.verified / b.people)[0] ?? null
