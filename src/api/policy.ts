import type { MiddlewareHandler } from 'hono'
import type { Role } from '#domain/account.ts'
import type { Region } from '#domain/region.ts'
import type { Actor, Env } from './deps.ts'
import { notFound, refused, signInFirst } from './problem.ts'

/**
 * How far a role's permission reaches. `own`: only the asker's own records. `region`: people of the region that the role is held for, every region when
 * it is held for all. `any`: everyone's.
 */
type Scope = 'own' | 'region' | 'any'
type Rule = 'anyone' | 'signing-in' | Partial<Record<Role, Scope>>

const everyone = { learner: 'own', assessor: 'own', coordinator: 'own', administrator: 'own' } as const

/**
 * Who may do what, said once. A route names its line with `may`; a route without a line does not start.
 * 'anyone' needs no sign-in. 'signing-in' needs a session, even one that still lacks its second factor.
 */
export const policy = {
  'read-public': 'anyone',
  'sign-in': 'anyone',
  'finish-sign-in': 'signing-in',
  'sign-out': 'anyone',
  'keep-own-account': everyone,
  'read-task-list': everyone,
  'read-training': everyone,
  train: everyone,
  'read-attempt': everyone,
  'keep-learning-log': everyone,
  'rate-own-skills': everyone,
  'keep-framework': { administrator: 'any' },
  'review-framework': { assessor: 'own', administrator: 'any' },
  'rate-anchors': { assessor: 'own' },
  'keep-own-evidence': everyone,
  'give-testimony': 'anyone',
  'keep-own-experience': everyone,
  'read-verified-skills': { learner: 'own', assessor: 'own', coordinator: 'region', administrator: 'any' },
  'read-register': everyone,
  'keep-own-affiliations': everyone,
  'browse-register': { coordinator: 'region', administrator: 'any' },
  'keep-register': { administrator: 'any' },
  'keep-affiliations': { coordinator: 'region', administrator: 'any' },
  'ask-verification': everyone,
  assess: { assessor: 'own' },
  'read-request-states': { learner: 'own', assessor: 'own', coordinator: 'region', administrator: 'any' },
  'name-assessor': { coordinator: 'region', administrator: 'any' },
  'read-today': { coordinator: 'region', administrator: 'any' },
  'read-cover': { coordinator: 'region', administrator: 'any' },
  'keep-cover-inputs': { coordinator: 'region', administrator: 'any' },
  'read-skills-map': { coordinator: 'region', administrator: 'any' },
  'ask-membership': everyone,
  'decide-membership-asks': { coordinator: 'region', administrator: 'any' },
  'move-standing': { coordinator: 'region', administrator: 'any' },
  'read-member': { learner: 'own', assessor: 'own', coordinator: 'region', administrator: 'any' },
  'keep-member': { learner: 'own', assessor: 'own', coordinator: 'region', administrator: 'any' },
  'confirm-member': everyone,
  'keep-own-calendar': everyone,
  'read-calendar-feed': 'anyone',
  'act-together': { coordinator: 'region', administrator: 'any' },
  'merge-records': { coordinator: 'region', administrator: 'any' },
  'read-duplicates': { coordinator: 'region', administrator: 'any' },
  'keep-roster-views': { coordinator: 'own', administrator: 'own' },
  'keep-tags': { coordinator: 'region', administrator: 'any' },
  'import-people': { coordinator: 'region', administrator: 'any' },
  'export-roster': { coordinator: 'region', administrator: 'any' },
  'read-planning-board': { coordinator: 'region', administrator: 'any' },
  'read-roster': { coordinator: 'region', administrator: 'any' },
  'read-person': { learner: 'own', assessor: 'own', coordinator: 'region', administrator: 'any' },
  'keep-profile': { learner: 'own', assessor: 'own', coordinator: 'region', administrator: 'any' },
  'read-history': { learner: 'own', assessor: 'own', coordinator: 'region', administrator: 'any' },
  'keep-question-banks': { administrator: 'any' },
  'read-checks': { learner: 'own', assessor: 'own', coordinator: 'region', administrator: 'any' },
  'keep-checks': { coordinator: 'region', administrator: 'any' },
  'read-checks-due': { coordinator: 'region', administrator: 'any' },
  'read-needs': { learner: 'own', assessor: 'own', coordinator: 'region', administrator: 'any' },
  'read-readiness': { learner: 'own', assessor: 'own', coordinator: 'region', administrator: 'any' },
  'read-training-progress': { coordinator: 'region', administrator: 'any' },
  'write-to-learners': { coordinator: 'region', administrator: 'any' },
  'read-question-statistics': { coordinator: 'region', administrator: 'any' },
  'give-extra-tries': { coordinator: 'region', administrator: 'any' },
  'keep-own-certificates': everyone,
  'read-certificate': { learner: 'own', assessor: 'own', coordinator: 'region', administrator: 'any' },
  'revoke-certificates': { administrator: 'any' },
  'read-training-record': { learner: 'own', assessor: 'own', coordinator: 'region', administrator: 'any' },
  'download-record': { learner: 'own', assessor: 'own', coordinator: 'own', administrator: 'any' },
  'erase-person': { learner: 'own', assessor: 'own', coordinator: 'own', administrator: 'any' },
  'keep-accounts': { administrator: 'any' },
  'read-mail': { administrator: 'any' },
  'send-mail': { administrator: 'any' },
  'keep-settings': { administrator: 'any' },
} as const satisfies Record<string, Rule>

export type Permission = keyof typeof policy

/** Where a permission reaches for one asker: nothing, their own, some regions, or everyone. */
export interface Reach {
  own: string
  regions: ReadonlySet<Region>
  any: boolean
}

function reachOf(actor: Actor, permission: Permission): Reach | null {
  const rule: Rule = policy[permission]
  if (typeof rule === 'string') return { own: actor.personId, regions: new Set(), any: false }
  const held = actor.roles.flatMap(({ role, region }) => (rule[role] ? [{ scope: rule[role], region }] : []))
  if (held.length === 0) return null
  return {
    own: actor.personId,
    regions: new Set(held.flatMap(({ scope, region }) => (scope === 'region' && region ? [region] : []))),
    any: held.some(({ scope, region }) => scope === 'any' || (scope === 'region' && region === null)),
  }
}

/** Whether somebody's roles allow something at all, so that a page offers only what its reader can do. */
export const allows = (actor: Actor | null, permission: Permission): boolean => actor !== null && reachOf(actor, permission) !== null

/** Whether a person lies within reach. Nobody's region is out of reach for a role that is held for one. */
export const reaches = ({ own, regions, any }: Reach, person: { id: string; region: Region | null }): boolean =>
  any || own === person.id || (person.region !== null && regions.has(person.region))

/** The permission of a route: its guard, and what the contract says of it. */
export function may(permission: Permission) {
  const rule: Rule = policy[permission]
  const guard: MiddlewareHandler<Env> = async (c, next) => {
    const { actor } = c.var
    if (rule === 'anyone') return next()
    if (!actor) throw signInFirst()
    if (rule === 'signing-in') return next()
    if (actor.step !== 'signed-in') throw signInFirst()
    if (!reachOf(actor, permission)) throw refused('Your account does not open this page. Ask an administrator if you think it should')
    return next()
  }
  return {
    security: rule === 'anyone' ? [] : [{ session: [] }],
    middleware: guard,
    'x-permission': permission,
  }
}

/**
 * The reach of the asker for a route that was guarded with the same permission.
 * @throws Problem 401 when nobody is signed in.
 */
export function reach(actor: Actor | null, permission: Permission): Reach {
  if (!actor) throw signInFirst()
  const found = reachOf(actor, permission)
  if (!found) throw refused('Your account does not open this')
  return found
}

/** Someone else's record is answered like one that is not there. */
export function mustReach<T extends { id: string; region: Region | null }>(actor: Actor | null, permission: Permission, person: T | undefined): T {
  if (!person || !reaches(reach(actor, permission), person)) throw notFound()
  return person
}
