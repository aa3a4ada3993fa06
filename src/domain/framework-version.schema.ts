import { z } from '@hono/zod-openapi'
import { Bar, Level, SkillId, Weight } from './framework.schema.ts'
import { Source } from './module.schema.ts'
import { orNull } from './or-null.schema.ts'
import { Id, Moment, PoolRole } from './person.schema.ts'

export const FrameworkState = z
  .enum(['draft', 'in-review', 'changes-requested', 'approved', 'published', 'retired', 'discarded'])
  .openapi('FrameworkState')

const longest = 5000
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use ${most.toLocaleString('en-GB')} characters or fewer`)

/** The words of one skill as an administrator edits them. What is missing may be saved: it is named, and stops the draft from being published. */
export const SkillWords = z
  .strictObject({
    domain: z.string(),
    name: text(200),
    summary: text(longest),
    why: text(longest),
    sources: z.array(z.string()).max(50),
    roles: z.array(z.strictObject({ role: PoolRole, weight: Weight, why: text(longest) })).max(3),
    levels: z.array(z.strictObject({ level: Level, indicator: text(longest), evidence: text(longest) })).max(4),
  })
  .openapi('DraftSkillWords')

/** A skill of a draft, or an empty one where the draft has none with this id. `version` is the draft's: what is saved replaces what was read. */
export const DraftSkill = z
  .strictObject({ number: z.number().int(), version: z.number().int(), skill: SkillId, exists: z.boolean(), words: SkillWords })
  .openapi('DraftSkill')

export const DraftBars = z.strictObject({ bars: z.array(Bar).max(3) }).openapi('DraftBars')

/** A domain as it is edited: its words, and its skills in their order. */
export const DomainWords = z
  .strictObject({ id: z.string(), name: text(200), summary: text(longest), skills: z.array(SkillId).max(100) })
  .openapi('DraftDomainWords')

/** The domains of a draft in their order. */
export const DraftOrder = z.strictObject({ domains: z.array(DomainWords).max(20) }).openapi('DraftOrder')

const LevelWords = z.strictObject({ level: Level, name: text(200), meaning: text(longest), evidence: text(longest) })
export const DraftLevels = z.strictObject({ levels: z.array(LevelWords).max(4) }).openapi('DraftLevels')

export const SourceWords = z
  .strictObject({ title: text(500), address: orNull(text(2000)) })
  .openapi('DraftSourceWords', { example: { title: 'Community Care, revised chapter 8, December 2009', address: null } })

/** One thing that differs between two versions. `level` and `skill` say where; an added or a removed part has its words on one side. */
export const FrameworkChange = z
  .strictObject({
    kind: z.enum(['added', 'removed', 'reworded', 'moved']),
    of: z.enum(['skill', 'level', 'bar', 'domain', 'source', 'scale', 'framework']),
    id: z.string(),
    name: z.string(),
    level: orNull(Level),
    fields: z.array(z.strictObject({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  })
  .openapi('FrameworkChange')

/** `against` is the version in use for a draft, and the one published before for a version that was published; null when there is none. */
export const FrameworkChanges = z
  .strictObject({ number: z.number().int(), against: z.number().int().nullable(), changes: z.array(FrameworkChange) })
  .openapi('FrameworkChanges')

/** What stops a draft from being published, and where: a JSON pointer into the framework. */
export const FrameworkFault = z
  .strictObject({ pointer: z.string(), skill: orNull(SkillId), detail: z.string() })
  .openapi('FrameworkFault', { example: { pointer: '/domains/0/skills/1/levels/3/evidence', skill: '1.2', detail: 'Say what shows level 4' } })

const ReviewState = z.enum(['asked', 'signed-off', 'changes-requested']).openapi('FrameworkReviewState')

/** What a named reviewer said of a draft. `round` counts how often it was sent to review. */
export const FrameworkReview = z
  .strictObject({
    personId: Id,
    name: z.string(),
    round: z.number().int(),
    state: ReviewState,
    words: z.string().nullable(),
    askedAt: Moment,
    answeredAt: orNull(Moment),
  })
  .openapi('FrameworkReview')

const VersionSummary = z
  .strictObject({
    number: z.number().int(),
    version: z.number().int(),
    state: FrameworkState,
    title: z.string(),
    basedOn: z.number().int().nullable(),
    createdAt: orNull(Moment),
    publishedOn: z.iso.date().nullable(),
    retiresOn: z.iso.date().nullable(),
    inUse: z.boolean(),
  })
  .openapi('FrameworkVersionSummary')

/** `mayKeep`: the asker may change drafts. A reviewer sees the versions that they were asked about. */
export const FrameworkVersions = z.strictObject({ mayKeep: z.boolean(), versions: z.array(VersionSummary) }).openapi('FrameworkVersions')

/** A version with what it takes to publish it. `asked`: the asker is a reviewer who has not answered yet. */
export const FrameworkDraft = VersionSummary.extend({
  skills: z.array(z.strictObject({ id: SkillId, name: z.string(), domain: z.string() })),
  domains: z.array(z.strictObject({ id: z.string(), name: z.string(), summary: z.string() })),
  levels: z.array(LevelWords),
  sources: z.array(Source),
  /** The skills that name or cite each source; one that none does is not here. */
  citing: z.record(z.string(), z.array(SkillId)),
  bars: z.array(Bar),
  faults: z.array(FrameworkFault),
  reviews: z.array(FrameworkReview),
  moves: z.array(FrameworkState),
  mayKeep: z.boolean(),
  asked: z.boolean(),
}).openapi('FrameworkDraft')

/** Where a new draft starts: the version in use, or a file. */
export const DraftRequest = z
  .discriminatedUnion('from', [
    z.strictObject({ from: z.literal('version-in-use') }),
    z.strictObject({ from: z.literal('file'), kind: z.enum(['case', 'csv']), text: z.string() }),
  ])
  .openapi('FrameworkDraftRequest')

/** `reviewers` (account ids) go with a move to review; `retiresOn` with retirement, from that day on. */
export const FrameworkMove = z
  .strictObject({
    to: FrameworkState,
    reason: text(500).nullable(),
    reviewers: z.array(Id).max(20).optional(),
    retiresOn: z.iso.date('Give a day').nullable().optional(),
  })
  .openapi('FrameworkMove', { example: { to: 'in-review', reason: null, reviewers: ['01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e'] } })

export const ReviewAnswer = z
  .strictObject({
    state: z.enum(['signed-off', 'changes-requested'], { error: 'Choose whether you sign off or ask for changes' }),
    words: text(longest),
  })
  .openapi('FrameworkReviewAnswer')

export const PossibleReviewers = z
  .strictObject({ reviewers: z.array(z.strictObject({ accountId: Id, name: z.string(), roles: z.array(z.string()) })) })
  .openapi('FrameworkReviewers')

/** What moving to the version in use would mean for one person. Nothing of it raises a level. */
export const SkillMove = z
  .strictObject({
    from: z.number().int(),
    to: z.number().int(),
    carried: z.array(SkillId),
    rateAgain: z.array(SkillId),
    verifyAgain: z.array(SkillId),
    changes: z.array(FrameworkChange),
  })
  .openapi('SkillMove')

export const MoveConsent = z.strictObject({ to: z.number().int() }).openapi('MoveConsent')
