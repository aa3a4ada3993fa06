import { z } from '@hono/zod-openapi'
import { LevelHeld, SkillId } from './framework.schema.ts'
import { orNull } from './or-null.schema.ts'
import { PoolRole } from './person.schema.ts'
import { Confidence } from './self-assessment.schema.ts'

export const DossierId = z
  .string()
  .regex(/^a[1-9]\d?$/)
  .openapi('DossierId', { example: 'a1' })

const filled = z.string().trim().min(1, 'Write something here')

/** One piece of what an invented candidate sent, with who wrote it: its kind and writer matter as much as its words. */
export const EvidencePiece = z
  .strictObject({ kind: z.enum(['testimony', 'note', 'text', 'report-extract']), title: filled, from: filled, text: filled })
  .openapi('EvidencePiece')

/** What an invented candidate says of one skill, and what they sent for it. */
export const CandidateSkill = z.strictObject({
  skill: SkillId,
  claimed: LevelHeld,
  confidence: orNull(Confidence),
  reflection: filled,
  evidence: z.array(EvidencePiece),
})

/** The level that the writers of a dossier found, with what it rests on and what would have moved it. */
export const Reference = z.strictObject({ level: LevelHeld, reason: filled })

/** An invented candidate whom every assessor rates, so that their levels can be compared. A published version never changes. */
export const Dossier = z.strictObject({
  id: DossierId,
  version: z.number().int().min(1),
  frameworkVersion: z.number().int().min(1),
  title: filled,
  candidate: filled,
  role: PoolRole,
  about: filled,
  skills: z.array(CandidateSkill.extend({ reference: Reference })).length(3, 'A dossier asks about three skills'),
})
