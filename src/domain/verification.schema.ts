import { z } from '@hono/zod-openapi'
import { EvidenceKind, EvidenceVersion } from './evidence.schema.ts'
import { ExperienceGiven } from './experience.schema.ts'
import { LevelHeld, SkillId } from './framework.schema.ts'
import { ReadWarning } from './names-warning.schema.ts'
import { orNull } from './or-null.schema.ts'
import { Id, Moment } from './person.schema.ts'
import { Rating, VerifiedLevel } from './self-assessment.schema.ts'
import { ShareableEntry, SharedEntry } from './shared-entry.schema.ts'

/** Where a request for verification stands; the moves are in `verification.ts`. */
export const VerificationState = z.enum(['requested', 'offered', 'in-review', 'decided', 'lapsed', 'withdrawn']).openapi('VerificationState')

/** What happens to a request. `pass-on` takes it from an assessor who does not decide, or no longer can; `answer` begins its second round, before another assessor. */
export const VerificationEventKind = z
  .enum(['send', 'offer', 'accept', 'decline', 'object', 'lapse', 'resend', 'pass-on', 'decide', 'answer', 'drop-answer', 'withdraw'])
  .openapi('VerificationEventKind')

export const DeclineWhy = z.enum(['conflict', 'capacity'], { error: 'Choose why you decline' }).openapi('DeclineWhy')
export const Outcome = z.enum(['agree', 'lower', 'higher', 'not-enough']).openapi('FindingOutcome')

const Reason = (ask: string) => z.string().trim().min(10, ask).max(2000, 'Use 2,000 characters or fewer')
export const Objection = z.strictObject({ reason: Reason('Say in a sentence why somebody else should look at this') }).openapi('Objection')
export const Declining = z
  .strictObject({ why: DeclineWhy, reason: Reason('Say in a sentence why, so that the coordinator knows') })
  .openapi('Declining', { example: { why: 'capacity', reason: 'I am away until the end of the month.' } })

/** What goes with a request. Each piece is fixed as it is when the request is sent. */
export const NewVerificationRequest = z
  .strictObject({
    skills: z.array(SkillId).min(1, 'Choose at least one skill').max(40),
    evidence: z.array(Id).max(50),
    experience: z.array(Id).max(50),
    /** Entries of the learning log, each chosen by itself. */
    entries: z.array(Id).max(20).optional(),
  })
  .openapi('NewVerificationRequest')

/** A piece of evidence as it was sent. `version` is null once its owner has closed it: then nobody may read it any more. */
export const SentEvidence = z
  .strictObject({ id: Id, kind: EvidenceKind, title: z.string(), skills: z.array(SkillId), version: orNull(EvidenceVersion) })
  .openapi('SentEvidence')

/** What can be sent with a request now: skills that were rated and are not verified since, and what would support them. */
export const VerificationOptions = z
  .strictObject({
    declaredAt: orNull(Moment),
    skills: z.array(z.strictObject({ rating: Rating, name: z.string(), verified: orNull(VerifiedLevel), reopened: z.boolean() })),
    evidence: z.array(SentEvidence),
    experience: z.array(ExperienceGiven.extend({ id: Id })),
    /** The newest entries of the asker's learning log, which nobody sees unless they are shared one by one. */
    entries: z.array(ShareableEntry),
    /** What the skills are called that evidence serves. */
    skillNames: z.array(z.strictObject({ skill: SkillId, name: z.string() })),
    /** An offer that is not answered for so long can be sent again. */
    lapseDays: z.number().int(),
    /** Skills that are being looked at already. */
    underWay: z.array(z.strictObject({ skill: SkillId, requestId: Id })),
  })
  .openapi('VerificationOptions')

/** What an assessor found of one skill. `equivalence` says why prior experience counts as what the level asks. */
export const Finding = z
  .strictObject({
    skill: SkillId,
    round: z.number().int(),
    outcome: Outcome,
    level: orNull(LevelHeld),
    reason: z.string(),
    equivalence: z.string(),
    at: Moment,
  })
  .openapi('Finding')

const VerificationEvent = z
  .strictObject({
    event: VerificationEventKind,
    at: Moment,
    by: z.enum(['you', 'assessor', 'coordinator', 'system']),
    assessor: z.string().nullable(),
  })
  .openapi('VerificationEvent')

const Summary = z.strictObject({
  id: Id,
  version: z.number().int(),
  state: VerificationState,
  round: z.number().int(),
  sentAt: Moment,
  skills: z.array(z.strictObject({ skill: SkillId, name: z.string() })),
  assessor: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
  decidedAt: orNull(Moment),
})
export const VerificationSummary = Summary.openapi('VerificationSummary')
export const VerificationSummaries = z.strictObject({ requests: z.array(VerificationSummary) }).openapi('VerificationSummaries')

/** A request as the learner who sent it sees it. `moves` are what they may do now. */
export const VerificationRequest = Summary.extend({
  sent: z.array(z.strictObject({ name: z.string(), rating: Rating })),
  evidence: z.array(SentEvidence),
  experience: z.array(ExperienceGiven),
  entries: z.array(SharedEntry),
  /** Whether another entry of the learning log can be shared with its assessor. */
  canShare: z.boolean(),
  findings: z.array(Finding),
  answers: z.array(z.strictObject({ skill: SkillId, text: z.string(), at: Moment })),
  /** The skills whose lower level can still be answered. */
  answerable: z.array(SkillId),
  events: z.array(VerificationEvent),
  moves: z.array(VerificationEventKind),
  lapsesAt: orNull(Moment),
}).openapi('VerificationRequest')

export const Answering = z
  .strictObject({
    answers: z
      .array(
        z.strictObject({
          skill: SkillId,
          text: z
            .string()
            .trim()
            .min(20, 'Write at least a sentence or two')
            .max(5000, 'Use 5,000 characters or fewer. What you wrote is still here'),
        }),
      )
      .min(1, 'Answer for at least one skill')
      .max(40),
    readWarning: ReadWarning.optional(),
  })
  .openapi('Answering')

/** What a coordinator sees: that there is a request and where it stands; never which level somebody gave themself, or what they wrote or sent. */
const RequestState = z
  .strictObject({
    id: Id,
    state: VerificationState,
    round: z.number().int(),
    sentAt: Moment,
    skills: z.number().int(),
    dueOn: z.iso.date().nullable(),
  })
  .openapi('RequestState')
export const RequestStates = z.strictObject({ requests: z.array(RequestState) }).openapi('RequestStates')

/** What an assessor has still to do before they may take requests. */
export const NotReady = z.enum(['ties-not-declared', 'anchors-to-rate']).openapi('NotReady')

/** Why an assessor does not look at a request. */
export const AssessorStanding = z
  .enum(['free', 'not-known', 'tied', 'declined-conflict', 'declined-capacity', 'objected', 'let-lapse', 'passed-on', 'looked-before', 'not-ready'])
  .openapi('AssessorStanding')
export const Unassigned = z
  .strictObject({
    requests: z.array(
      RequestState.extend({
        version: z.number().int(),
        personId: Id,
        name: z.string(),
        assessors: z.array(
          z.strictObject({ personId: Id, name: z.string(), standing: AssessorStanding, canBeNamed: z.boolean(), open: z.number().int() }),
        ),
      }),
    ),
  })
  .openapi('UnassignedRequests')
export const Naming = z
  .strictObject({
    personId: z.uuid({ error: 'Choose an assessor' }),
    reason: Reason('Say in a sentence why this assessor, and what you asked them'),
  })
  .openapi('Naming')
