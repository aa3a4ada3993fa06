import { z } from '@hono/zod-openapi'
import { Level, SkillId, Weight } from './framework.schema.ts'
import { Source } from './module.schema.ts'
import { PoolRole } from './person.schema.ts'

/**
 * The parts of 1EdTech CASE 1.1 that hold a framework of ours. Source: "Competencies and Academic Standards Exchange (CASE) Service", final release 1.1,
 * January 2025, REST/JSON binding. Members that CASE knows and we do not need are let through when a file is read; what CASE has no place for is in
 * `extensions.panelPool`.
 */
const Uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
const Uri = z.string().regex(/^[a-zA-Z][a-zA-Z0-9+.-]*:.+$/)
const Link = z.object({ title: z.string(), identifier: Uuid, uri: Uri }).openapi('CaseLink')
const extended = <T extends z.ZodRawShape>(shape: T) => z.object({ panelPool: z.object(shape) })
const Moment = z.string().regex(/^\d{4}-\d\d-\d\dT/)

const anything = { identifier: Uuid, uri: Uri, lastChangeDateTime: Moment }

const Document = z.object({
  ...anything,
  caseVersion: z.literal('1.1'),
  creator: z.string(),
  publisher: z.string().optional(),
  title: z.string(),
  description: z.string(),
  language: z.string().optional(),
  version: z.string().regex(/^[1-9]\d*$/),
  adoptionStatus: z.string().optional(),
  statusStartDate: z.iso.date().optional(),
  officialSourceURL: Uri.optional(),
  notes: z.string().optional(),
  extensions: extended({ id: z.string(), edition: z.string(), sources: z.array(Source) }),
})

/** `fullStatement` is what it says, `abbreviatedStatement` what it is called, `humanCodingScheme` its id among us. */
const item = { ...anything, fullStatement: z.string(), CFItemTypeURI: Link.optional(), language: z.string().optional() }

export const CaseItem = z
  .discriminatedUnion('CFItemType', [
    z.object({ ...item, CFItemType: z.literal('Domain'), humanCodingScheme: z.string(), abbreviatedStatement: z.string() }),
    z.object({
      ...item,
      CFItemType: z.literal('Skill'),
      humanCodingScheme: SkillId,
      abbreviatedStatement: z.string(),
      /** Why the skill matters, with its citations. */
      notes: z.string(),
      extensions: extended({ sources: z.array(z.string()) }),
    }),
    z.object({
      ...item,
      CFItemType: z.literal('Indicator'),
      humanCodingScheme: z.string().optional(),
      extensions: extended({ evidence: z.string() }),
    }),
    z.object({
      ...item,
      CFItemType: z.literal('Level'),
      humanCodingScheme: z.enum(['1', '2', '3', '4']),
      abbreviatedStatement: z.string(),
      extensions: extended({ evidence: z.string() }),
    }),
    z.object({
      ...item,
      CFItemType: z.literal('Role'),
      humanCodingScheme: PoolRole,
      abbreviatedStatement: z.string(),
      extensions: extended({ coreDomains: z.array(z.string()), coreLevel: Level, elsewhere: Level }),
    }),
  ])
  .openapi('CaseItem')

/**
 * isChildOf: a domain, a level or a role of the document, a skill of a domain, an indicator of a skill. hasSkillLevel: an indicator to its level.
 * isRelatedTo: a skill to a role that needs it, with the reason in `notes`.
 */
export const CaseAssociation = z
  .object({
    ...anything,
    associationType: z.enum(['isChildOf', 'hasSkillLevel', 'isRelatedTo']),
    sequenceNumber: z.number().int().optional(),
    originNodeURI: Link,
    destinationNodeURI: Link,
    notes: z.string().optional(),
    extensions: extended({ weight: Weight }).optional(),
  })
  .openapi('CaseAssociation')

const ItemType = z.object({ ...anything, title: z.string(), description: z.string(), hierarchyCode: z.string() })

export const CasePackage = z
  .object({
    CFDocument: Document,
    CFItems: z.array(CaseItem),
    CFAssociations: z.array(CaseAssociation),
    CFDefinitions: z.object({ CFItemTypes: z.array(ItemType).optional() }).optional(),
  })
  .openapi('CasePackage')
