import { z } from '@hono/zod-openapi'
import { ExperienceGiven } from './experience.schema.ts'
import { LevelHeld, SkillId } from './framework.schema.ts'
import { orNull } from './or-null.schema.ts'
import { Id, Moment } from './person.schema.ts'
import { Rating } from './self-assessment.schema.ts'
import { SharedEntry } from './shared-entry.schema.ts'
import { Finding, NotReady, Outcome, SentEvidence, VerificationEventKind, VerificationState } from './verification.schema.ts'

const words = z.string().max(5000, 'Use 5,000 characters or fewer. What you wrote is still here: shorten it and it will be saved')

/** What an assessor is about to find of one skill. It is kept as it is typed and may be incomplete. */
export const FindingGiven = z
  .strictObject({ outcome: orNull(Outcome), level: orNull(LevelHeld), reason: words, equivalence: words })
  .openapi('FindingGiven', { example: { outcome: 'agree', level: null, reason: 'The merged chronology shows it.', equivalence: '' } })

/** `version` 0 is one that nobody began. */
export const FindingDraft = FindingGiven.extend({ skill: SkillId, version: z.number().int(), updatedAt: orNull(Moment) }).openapi('FindingDraft')

/** One skill to look at: what was said and sent, beside the words of every level in the framework that it was rated against. */
export const SkillToAssess = z
  .strictObject({
    skill: SkillId,
    name: z.string(),
    summary: z.string(),
    levels: z.array(z.strictObject({ level: z.number().int(), name: z.string(), indicator: z.string(), evidence: z.string() })),
    rating: Rating,
    evidence: z.array(SentEvidence),
    answer: z.string().nullable(),
    /** Only prior experience was sent for it: a level then rests on saying why that is equivalent. */
    restsOnExperience: z.boolean(),
    finding: FindingDraft,
  })
  .openapi('SkillToAssess')

/** A request in an assessor's queue. Until it is accepted nothing of what was sent is shown. */
export const QueuedRequest = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    state: VerificationState,
    round: z.number().int(),
    learner: z.string(),
    skills: z.array(z.strictObject({ skill: SkillId, name: z.string() })),
    offeredAt: orNull(Moment),
    lapsesAt: orNull(Moment),
    dueOn: z.iso.date().nullable(),
    overdue: z.boolean(),
    decidedAt: orNull(Moment),
  })
  .openapi('QueuedRequest')

export const AssessorQueue = z
  .strictObject({
    requests: z.array(QueuedRequest),
    decided: z.array(QueuedRequest),
    /** What stands between the asker and being offered requests; empty when nothing does. */
    notReady: z.array(NotReady),
  })
  .openapi('AssessorQueue')

export const RequestToAssess = QueuedRequest.extend({
  items: z.array(SkillToAssess),
  /** Sent with the request and not for one of its skills. */
  otherEvidence: z.array(SentEvidence),
  experience: z.array(ExperienceGiven),
  /** Entries of the learner's log that they shared with this request. */
  entries: z.array(SharedEntry),
  /** What the asker found, once it is handed in. */
  findings: z.array(Finding),
  moves: z.array(VerificationEventKind),
}).openapi('RequestToAssess')
