import type { z } from 'zod'
import type { Framework, Skill } from './framework.ts'
import type * as schema from './framework-version.schema.ts'

export type FrameworkState = z.infer<typeof schema.FrameworkState>
export type FrameworkDraft = z.infer<typeof schema.FrameworkDraft>
export type FrameworkFault = z.infer<typeof schema.FrameworkFault>
export type FrameworkReview = z.infer<typeof schema.FrameworkReview>
export type DraftSkill = z.infer<typeof schema.DraftSkill>
export type SkillWords = z.infer<typeof schema.SkillWords>
export type DomainWords = z.infer<typeof schema.DomainWords>
export type SourceWords = z.infer<typeof schema.SourceWords>

/**
 * The moves of a version of the framework. A published one never changes, except that it retires. Approval and a request for changes follow from what
 * the reviewers say (`outcomeOf`); the rest is an administrator's.
 */
export const frameworkMoves: Record<FrameworkState, readonly FrameworkState[]> = {
  draft: ['in-review', 'discarded'],
  'in-review': ['approved', 'changes-requested', 'draft'],
  'changes-requested': ['draft'],
  approved: ['published', 'draft'],
  published: ['retired'],
  retired: [],
  discarded: [],
}

/** The moves that only the reviewers' answers make. */
const byReview: ReadonlySet<FrameworkState> = new Set(['approved', 'changes-requested'])

/** What an administrator can do next with a version. */
export const movesByHand = (state: FrameworkState): FrameworkState[] => frameworkMoves[state].filter((move) => !byReview.has(move))

/** Where the answers of one round leave a draft: one request for changes stops it, every sign-off approves it, until then it stays in review. */
export function outcomeOf(round: readonly Pick<FrameworkReview, 'state'>[]): 'in-review' | 'changes-requested' | 'approved' {
  if (round.some(({ state }) => state === 'changes-requested')) return 'changes-requested'
  return round.length > 0 && round.every(({ state }) => state === 'signed-off') ? 'approved' : 'in-review'
}

/** A version with a day of retirement counts as retired from that day on, whether or not the record says so yet. */
export const stateOn = (today: string, stored: FrameworkState, retiresOn: string | null): FrameworkState =>
  stored === 'published' && retiresOn !== null && retiresOn <= today ? 'retired' : stored

const levels = [1, 2, 3, 4]

/**
 * What stops a draft from being published, in the framework's own order: every skill has four levels with an indicator and evidence, a source that
 * exists, a role that has a bar, a name, a summary and a reason; nothing has the id of something else. An empty list means it can go to review.
 */
export function faultsIn(draft: Framework): FrameworkFault[] {
  const domains = new Set(draft.domains.map(({ id }) => id))
  const held = draft.domains.flatMap(({ skills }, domain) => skills.map((skill, index) => ({ skill, pointer: `/domains/${domain}/skills/${index}` })))
  const fault = (pointer: string, detail: string): FrameworkFault => ({ pointer, skill: null, detail })
  return [
    ...(held.length === 0 ? [fault('/domains', 'Add a skill: this draft has none')] : []),
    ...twice(draft.domains.map(({ id }) => id)).map((index) => fault(`/domains/${index}/id`, `Two domains have the id ${draft.domains[index]?.id}`)),
    ...twice(draft.sources.map(({ id }) => id)).map((index) => fault(`/sources/${index}/id`, `Two sources have the id ${draft.sources[index]?.id}`)),
    ...levels
      .filter((level) => !draft.levels.some((one) => one.level === level && one.name.trim() && one.meaning.trim()))
      .map((level) => fault('/levels', `Say what level ${level} means`)),
    ...draft.bars.flatMap(({ role, core }, bar) =>
      core.domains.flatMap((id, index) =>
        domains.has(id) ? [] : [fault(`/bars/${bar}/core/domains/${index}`, `The bar for ${role} names a domain that is not there: ${id}`)],
      ),
    ),
    ...twice(held.map(({ skill }) => skill.id)).flatMap((index) => {
      const one = held[index]
      return one ? [{ pointer: `${one.pointer}/id`, skill: one.skill.id, detail: `Two skills have the id ${one.skill.id}` }] : []
    }),
    ...held.flatMap(({ skill, pointer }) =>
      faultsOf(draft, skill).map((one) => ({ pointer: pointer + one.pointer, skill: skill.id, detail: one.detail })),
    ),
  ]
}

/** What stands in brackets and can only be meant as a source: one of the framework, or an id made like theirs. */
function citedIn(text: string, known: ReadonlySet<string>): string[] {
  const bracketed = [...text.matchAll(/\[([^\]]*)\]/g)].flatMap(([, ids = '']) => ids.split(',').map((id) => id.trim()))
  return [...new Set(bracketed.filter((id) => known.has(id) || /^[A-Z]+\d+$/.test(id)))]
}

function faultsOf({ sources, bars }: Framework, skill: Skill): { pointer: string; detail: string }[] {
  const known = new Set(sources.map(({ id }) => id))
  const ask = (pointer: string, words: string, detail: string) => (words.trim() === '' ? [{ pointer, detail }] : [])
  return [
    ...ask('/name', skill.name, 'Give the skill a name'),
    ...ask('/summary', skill.summary, 'Say in a sentence what the skill is'),
    ...ask('/why', skill.why, 'Say why the skill matters'),
    ...(skill.sources.length === 0
      ? [{ pointer: '/sources', detail: 'Name at least one source' }]
      : citedIn(skill.why, known)
          .filter((id) => !skill.sources.includes(id))
          .map((id) => ({
            pointer: '/why',
            detail: `Why it matters cites [${id}]: add it to the sources of the skill, or take it out of the words`,
          }))),
    ...skill.sources.flatMap((id, index) => (known.has(id) ? [] : [{ pointer: `/sources/${index}`, detail: `There is no source ${id}` }])),
    ...(skill.roles.length === 0 ? [{ pointer: '/roles', detail: 'Choose at least one role that needs the skill' }] : []),
    ...skill.roles.flatMap(({ role, why }, index) => [
      ...(bars.some((bar) => bar.role === role)
        ? []
        : [{ pointer: `/roles/${index}/role`, detail: `No bar says which level the role ${role} needs` }]),
      ...ask(`/roles/${index}/why`, why, `Say why the role ${role} needs the skill`),
    ]),
    ...twice(skill.levels.map(({ level }) => level)).map((index) => ({
      pointer: `/levels/${index}/level`,
      detail: `Level ${skill.levels[index]?.level} is here twice`,
    })),
    ...levels.flatMap((level) => {
      const index = skill.levels.findIndex((one) => one.level === level)
      const found = skill.levels[index]
      if (!found) return [{ pointer: '/levels', detail: `Level ${level} is missing` }]
      return [
        ...ask(`/levels/${index}/indicator`, found.indicator, `Say what level ${level} looks like`),
        ...ask(`/levels/${index}/evidence`, found.evidence, `Say what evidence is enough for level ${level}`),
      ]
    }),
  ]
}

/** The places of those that were there before. */
const twice = (ids: readonly (string | number)[]): number[] => ids.flatMap((id, index) => (ids.indexOf(id) < index ? [index] : []))
