import { z } from '@hono/zod-openapi'
import { SkillId } from './framework.schema.ts'
import { NamesWarning, ReadWarning } from './names-warning.schema.ts'
import { orNull } from './or-null.schema.ts'
import { Id, Moment, PersonName } from './person.schema.ts'

export const EvidenceKind = z.enum(['text', 'link', 'file', 'testimony']).openapi('EvidenceKind')

/** Where a piece of evidence stands; the moves between them are in `evidence.ts`. */
export const EvidenceState = z
  .enum(['draft', 'scanning', 'ready', 'rejected', 'withdrawn', 'quarantined', 'purged', 'asked', 'lapsed', 'declined'])
  .openapi('EvidenceState')

/** `name` is safe to save under; `mediaType` is what the content is, whatever it was called. */
const EvidenceFile = z.strictObject({ name: z.string(), mediaType: z.string(), bytes: z.number().int() }).openapi('EvidenceFile')

/** What one kind of evidence holds, as it was declared. Appended, never changed. `from` is who gave a testimony, in their own words. */
export const EvidenceVersion = z
  .strictObject({
    number: z.number().int(),
    text: z.string().nullable(),
    url: z.string().nullable(),
    file: orNull(EvidenceFile),
    from: z.strictObject({ name: z.string(), capacity: z.string() }).nullable(),
    at: Moment,
  })
  .openapi('EvidenceVersion')

/** A piece of evidence without what is not declared yet. Once quarantined it has no versions that anybody can read. */
export const Evidence = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    personId: Id,
    kind: EvidenceKind,
    title: z.string(),
    state: EvidenceState,
    skills: z.array(SkillId),
    current: orNull(EvidenceVersion),
    versions: z.array(EvidenceVersion),
    createdAt: Moment,
  })
  .openapi('Evidence')

/**
 * What is being written. It is kept as it is typed, so it takes more than can be handed in: nothing typed is refused on the way.
 */
export const EvidenceWords = z
  .strictObject({
    title: z.string().max(2000),
    text: z.string().max(100_000, 'Use 100,000 characters or fewer. What you wrote is still here: shorten it and it will be saved'),
    url: z.string().max(4000),
    skills: z.array(SkillId).max(100),
    witnessName: z.string().max(500),
    witnessEmail: z.string().max(500),
    witnessCapacity: z.string().max(2000),
  })
  .openapi('EvidenceWords', {
    example: {
      title: 'A chronology that I merged',
      text: 'I merged the records of four agencies and marked where they did not agree.',
      url: '',
      skills: ['5.1'],
      witnessName: '',
      witnessEmail: '',
      witnessCapacity: '',
    },
  })

/** `refused` is set when the scanner found something in the file that was handed in. */
export const EvidenceDraft = EvidenceWords.extend({
  file: orNull(EvidenceFile),
  refused: z.boolean(),
  warnings: z.array(NamesWarning),
  updatedAt: Moment,
}).openapi('EvidenceDraft')

/** Whom a testimony was asked of. The address is forgotten as soon as it is no longer needed. */
export const TestimonyAsk = z
  .strictObject({ name: z.string(), email: z.string().nullable(), capacity: z.string(), askedAt: Moment, expiresAt: Moment })
  .openapi('TestimonyAsk')

/** A piece of evidence as its owner sees it; `moves` is what they may do with it now. */
export const OwnEvidence = Evidence.extend({
  draft: orNull(EvidenceDraft),
  ask: orNull(TestimonyAsk),
  moves: z.array(EvidenceState),
}).openapi('OwnEvidence')

export const EvidenceList = z.strictObject({ evidence: z.array(OwnEvidence) }).openapi('EvidenceList')

/** The skills that evidence can serve, `asked` where one of the asker's roles asks for it; and what a file may be. */
export const EvidenceSkills = z
  .strictObject({
    skills: z.array(z.strictObject({ skill: SkillId, name: z.string(), domain: z.string(), asked: z.boolean() })),
    files: z.strictObject({ mostBytes: z.number().int(), endings: z.array(z.string()) }),
  })
  .openapi('EvidenceSkills')

export const NewEvidence = z.strictObject({ kind: EvidenceKind }).openapi('NewEvidence')

const Declared = z.boolean()

export const EvidenceSubmission = z.strictObject({ declared: Declared, readWarning: ReadWarning }).openapi('EvidenceSubmission')

/** The moves that an owner makes; the others happen to a piece of evidence. */
export const EvidenceMove = z
  .strictObject({ state: z.enum(['ready', 'withdrawn', 'quarantined', 'purged', 'asked']) })
  .openapi('EvidenceMove', { example: { state: 'withdrawn' } })

const longest = 10_000
export const Title = z
  .string()
  .trim()
  .min(3, 'Give it a title, so that you and an assessor know it again')
  .max(120, 'Use 120 characters or fewer for the title')
export const EvidenceText = z
  .string()
  .trim()
  .min(20, 'Write at least a sentence or two: what you did, and what came of it')
  .max(longest, `Use ${longest.toLocaleString('en-GB')} characters or fewer. What you wrote is still here`)
export const Capacity = z
  .string()
  .trim()
  .min(3, 'Say how they know your work, such as “Commissioned a review that I wrote”')
  .max(200, 'Use 200 characters or fewer')

const Token = z.string().min(20).max(100)
export const TestimonyToken = z.strictObject({ token: Token }).openapi('TestimonyToken')

/** What a witness is asked. Looking changes nothing and uses nothing up. */
export const TestimonyView = z
  .strictObject({
    learner: z.string(),
    name: z.string(),
    capacity: z.string(),
    title: z.string(),
    skills: z.array(z.strictObject({ skill: SkillId, name: z.string(), summary: z.string() })),
    expiresAt: Moment,
  })
  .openapi('TestimonyView')

export const TestimonyGiven = z
  .strictObject({
    token: Token,
    name: PersonName,
    capacity: z.string().trim().min(3, 'Say in what capacity you saw this').max(200, 'Use 200 characters or fewer'),
    text: z
      .string()
      .trim()
      .min(20, 'Write at least a sentence or two about what you saw')
      .max(longest, `Use ${longest.toLocaleString('en-GB')} characters or fewer. What you wrote is still here`),
    declared: Declared,
    readWarning: ReadWarning,
  })
  .openapi('TestimonyGiven')
