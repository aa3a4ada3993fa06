import type { z } from 'zod'
import { type Framework, type Need, skillsIn } from './framework.ts'
import type * as schema from './self-assessment.schema.ts'
import type { Rating } from './self-assessment.ts'

export type SkillProfile = z.infer<typeof schema.SkillProfile>
export type SkillStanding = z.infer<typeof schema.SkillStanding>
export type PastSkill = z.infer<typeof schema.PastSkill>
export type VerifiedLevel = z.infer<typeof schema.VerifiedLevel>
export type GapKind = z.infer<typeof schema.GapKind>

/** Whether a rating was made after what was verified: that skill alone is open again. A skill that was never verified is not reopened but new. */
export const isReopened = (self: Pick<Rating, 'at'> | null, verified: Pick<VerifiedLevel, 'at'> | null): boolean =>
  self !== null && verified !== null && self.at > verified.at

/** Whether a rating can be sent to be verified: above "not yet", and not answered by a verified level since. The one rule for plan, table and request. */
export const isVerifiable = (self: Pick<Rating, 'at' | 'level'>, verified: Pick<VerifiedLevel, 'at'> | null): boolean =>
  self.level > 0 && (verified === null || isReopened(self, verified))

/**
 * What stands between a person and a role's bar on one skill, or null when an assessor has found the level asked. Only a verified level closes a gap;
 * what a person says of themself decides what would close it: rate it, learn or practise (`below`), ask for verification, wait for one that is asked for
 * (`under-way`), or rate it anew because an assessor has found less since (`found-lower`). `levels` counts from the verified level, or from nothing.
 */
function gapOn(needs: number, self: Rating | null, verified: VerifiedLevel | null, isUnderWay: boolean): SkillStanding['gap'] {
  const short = needs - (verified?.level ?? 0)
  return short <= 0 ? null : { kind: gapKind(needs, self, verified, isUnderWay), levels: short }
}

function gapKind(needs: number, self: Rating | null, verified: VerifiedLevel | null, isUnderWay: boolean): GapKind {
  if (self === null) return 'not-rated'
  if (self.level < needs) return 'below'
  if (isUnderWay) return 'under-way'
  return isVerifiable(self, verified) ? 'not-verified' : 'found-lower'
}

/**
 * Every skill that the needs name, with what was said, what was verified and what is missing. Both come oldest first; the newest speaks, or nothing does
 * where the newest does not count (`counts`): it is one of the earlier ones then, and an older level never comes back in its place. `underWay` are the
 * skills of requests for verification that are not settled.
 */
export function standingsFor(
  needs: readonly Need[],
  ratings: readonly Rating[],
  verified: readonly VerifiedLevel[],
  underWay: ReadonlySet<string> = new Set(),
  counts: (one: Rating | VerifiedLevel) => boolean = () => true,
): SkillStanding[] {
  return needs.map(({ skill, weight, level }) => {
    const said = ratings.filter((rating) => rating.skill === skill.id).toReversed()
    const self = said[0] && counts(said[0]) ? said[0] : null
    const last = verified.findLast((one) => one.skill === skill.id)
    const found = last && counts(last) ? last : null
    const formerly = found ? null : (last ?? null)
    return {
      skill: skill.id,
      weight,
      needs: level,
      self,
      earlier: self ? said.slice(1) : said,
      verified: found,
      formerly,
      gap: gapOn(level, self, found, underWay.has(skill.id)),
    }
  })
}

/** What was said and verified of skills that the needs do not name, in the order of their ids. `at` gives the framework of a version. */
export function pastSkills(
  needs: readonly Need[],
  ratings: readonly Rating[],
  verified: readonly VerifiedLevel[],
  at: (version: number) => Framework,
): PastSkill[] {
  const asked = new Set(needs.map(({ skill }) => skill.id))
  const ids = new Set([...ratings, ...verified].map(({ skill }) => skill).filter((skill) => !asked.has(skill)))
  return [...ids]
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((skill) => {
      const said = ratings.filter((one) => one.skill === skill).toReversed()
      const found = verified.findLast((one) => one.skill === skill) ?? null
      const version = Math.max(...[...said, ...(found ? [found] : [])].map(({ frameworkVersion }) => frameworkVersion))
      const name = skillsIn(at(version)).find(({ id }) => id === skill)?.name ?? skill
      return { skill, name, version, ratings: said, verified: found }
    })
}

/** Ready for the roles that the needs came from: nothing is missing on any skill that they ask. */
export const isReady = (standings: readonly SkillStanding[]): boolean => standings.every(({ gap }) => gap === null)

/** Gaps in the order to close them: core skills first, then the widest, then the framework's own order. */
export const gapsInOrder = (standings: readonly SkillStanding[]): SkillStanding[] =>
  standings
    .filter(({ gap }) => gap !== null)
    .toSorted((a, b) => (a.weight === b.weight ? (b.gap?.levels ?? 0) - (a.gap?.levels ?? 0) : a.weight === 'core' ? -1 : 1))
