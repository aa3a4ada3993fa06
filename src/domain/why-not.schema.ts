import { z } from '@hono/zod-openapi'
import { AffiliationKind } from './affiliation.schema.ts'
import { orNull } from './or-null.schema.ts'
import { Id, PoolRole } from './person.schema.ts'
import { ReadinessReason, RoleReadiness } from './readiness.schema.ts'
import { AskedAbout, Hindrance, RosterFilter, RosterFilters } from './roster.schema.ts'

/** The record that a reason rests on: a part of somebody's own record, by its kind and id where it has one. */
const Record = z
  .strictObject({
    kind: z.enum([
      'person',
      'person_standing',
      'certificate',
      'training',
      'skills',
      'affiliations',
      'checks',
      'commitment',
      'availability',
      'member',
    ]),
    id: z.string().nullable(),
  })
  .openapi('WhyNotRecord')

/**
 * What would lift a reason, at the least. `ask`: the list asked so would hold them, as far as this filter goes; the filters that are not named stay as they
 * are, and one that is null is dropped. Everything else is something to be done about what is on record.
 */
const WhyNotFix = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ask'), filters: z.record(z.string(), z.string().nullable()) }),
    z.strictObject({ kind: z.literal('verify-skills'), items: z.array(z.strictObject({ skill: z.string(), level: z.number().int() })) }),
    z.strictObject({ kind: z.literal('declare') }),
    z.strictObject({ kind: z.literal('match-affiliations'), ids: z.array(z.string()) }),
    z.strictObject({ kind: z.literal('wait-until'), on: z.iso.date() }),
    z.strictObject({ kind: z.literal('be-ready'), role: PoolRole, reasons: z.array(ReadinessReason) }),
    z.strictObject({ kind: z.literal('make-room'), hindrances: z.array(Hindrance) }),
    z.strictObject({ kind: z.literal('end-reviews'), many: z.number().int() }),
    z.strictObject({ kind: z.literal('state-capacity') }),
  ])
  .openapi('WhyNotFix')

const NotHereTie = z.strictObject({
  organisation: z.string(),
  how: AffiliationKind,
  why: z.enum(['goes-on', 'ended-lately']),
  /** The day from which it no longer counts; null while it goes on. */
  countsUntil: z.iso.date().nullable(),
})

/**
 * One filter that keeps somebody off the list. `has` is what they have instead, as the schema says it; `from` and `to` since when and until when, where a
 * record says so. What belongs to one filter alone is empty for the others.
 */
export const WhyNotReason = z
  .strictObject({
    filter: RosterFilter,
    rule: z.enum([
      'not-on-roster',
      'hidden',
      'name',
      'learner',
      'role',
      'region',
      'standing',
      'specialism',
      'tag',
      'training',
      'below-bar',
      'below-level',
      'tie',
      'tie-not-known',
      'no-tie',
      'tie-known',
      'not-ready',
      'ready',
      'not-free',
      'free',
      'no-room',
      'room',
      'room-not-said',
      'room-said',
      'load',
      'no-check-due',
    ]),
    has: z.string().nullable(),
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
    record: orNull(Record),
    ties: z.array(NotHereTie),
    notKnown: z.array(z.enum(['never-declared', 'unmatched'])),
    readiness: z.array(RoleReadiness),
    hindrances: z.array(Hindrance),
    skills: z.array(z.strictObject({ skill: z.string(), title: z.string(), has: z.number().int(), needs: z.number().int() })),
    fixes: z.array(WhyNotFix),
  })
  .openapi('WhyNotReason')

/** Why somebody is not on the list that the filters ask for; they are on it exactly where there is no reason. */
export const WhyNot = z
  .strictObject({
    person: z.strictObject({ id: Id, name: z.string() }),
    today: z.iso.date(),
    asked: z.array(AskedAbout),
    reasons: z.array(WhyNotReason),
  })
  .openapi('WhyNot')

export const WhyNotFilters = RosterFilters.omit({ after: true, before: true, sort: true })
