import { z } from '@hono/zod-openapi'
import { orNull } from './or-null.schema.ts'
import { Id, Moment, PoolRole, Region, Standing } from './person.schema.ts'

export const MembershipAskState = z.enum(['open', 'accepted', 'declined', 'withdrawn']).openapi('MembershipAskState')

/** What somebody says who wants to join the pool. */
export const AskGiven = z
  .strictObject({
    roles: z.array(PoolRole).min(1, 'Choose at least one role').max(3),
    words: z.string().trim().min(10, 'Say in a sentence or two what you would bring').max(1000, 'Use 1,000 characters or fewer'),
  })
  .openapi('AskGiven')

const askFields = {
  id: Id,
  version: z.number().int(),
  roles: z.array(PoolRole),
  words: z.string(),
  state: MembershipAskState,
  at: Moment,
  decidedAt: orNull(Moment),
  reason: z.string().nullable(),
}

export const MembershipAsk = z.strictObject(askFields).openapi('MembershipAsk')

/** Where the asker stands: `canAsk` while they are no member and have no open ask. `ask` is their newest. */
export const OwnMembership = z
  .strictObject({ standing: orNull(Standing), roles: z.array(PoolRole), canAsk: z.boolean(), ask: orNull(MembershipAsk) })
  .openapi('OwnMembership')

/** An ask as a coordinator sees it. */
const ListedAsk = z
  .strictObject({ ...askFields, personId: Id, name: z.string(), region: orNull(Region), standing: orNull(Standing) })
  .openapi('ListedAsk')

export const AskFilters = z.strictObject({
  state: MembershipAskState.optional(),
  after: z.string().max(400).optional(),
  before: z.string().max(400).optional(),
})

export const MembershipAsks = z
  .strictObject({ asks: z.array(ListedAsk), total: z.number().int(), previous: z.string().nullable(), next: z.string().nullable() })
  .openapi('MembershipAsks')

/** What a coordinator decides on an ask. To decline asks for a reason, which the person is told. */
export const AskDecision = z
  .strictObject({
    to: z.enum(['accepted', 'declined'], { error: 'Choose whether they become a member' }),
    reason: z.string().trim().max(1000, 'Use 1,000 characters or fewer').nullable(),
  })
  .openapi('AskDecision')
