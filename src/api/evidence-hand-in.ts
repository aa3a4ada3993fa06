import type { z } from 'zod'
import { emailKey } from '#domain/account.ts'
import { Capacity, EvidenceText, Title } from '#domain/evidence.schema.ts'
import type { Evidence } from '#domain/evidence.ts'
import { namesFaults } from '#domain/names-warning.ts'
import { Email, PersonName } from '#domain/person.schema.ts'
import { PublicLink } from '#domain/public-link.schema.ts'
import { invalid } from './problem.ts'
import type { StoredDraft } from './repository/evidence-drafts.ts'

interface Fault {
  pointer: string
  detail: string
}

/** What a draft says, once it is whole. */
export interface WholeDraft {
  title: string
  text: string
  url: string
  witness: { name: string; email: string; capacity: string }
}

interface Submission {
  declared: boolean
  readWarning: boolean
}

export const declarationMissing = 'Declare that it names no child, family or case'

/**
 * Everything that stands between a draft and evidence, field by field. Nothing is asked of a draft before somebody hands it in.
 * @param known the skills of the framework as it is now
 * @param own the owner's e-mail address, of whom no testimony is asked
 * @throws Problem 422 that names each field.
 */
export function mustBeWhole(
  { kind, current }: Evidence,
  draft: StoredDraft,
  sent: Submission,
  known: ReadonlySet<string>,
  own: string | null,
): WholeDraft {
  const faults: Fault[] = []
  const read = <T>(schema: z.ZodType<T>, field: string, value: unknown): T | undefined => {
    const { success, data, error } = schema.safeParse(value)
    if (!success) faults.push({ pointer: `/${field}`, detail: error.issues[0]?.message ?? '' })
    return data
  }
  const title = read(Title, 'title', draft.title) ?? ''
  const text = kind === 'text' ? (read(EvidenceText, 'text', draft.text) ?? '') : draft.text.trim()
  const url = kind === 'link' ? (read(PublicLink, 'url', draft.url) ?? '') : ''
  const isTestimony = kind === 'testimony'
  const witness = {
    name: isTestimony ? (read(PersonName, 'witnessName', draft.witnessName) ?? '') : '',
    email: isTestimony ? (read(Email, 'witnessEmail', draft.witnessEmail) ?? '') : '',
    capacity: isTestimony ? (read(Capacity, 'witnessCapacity', draft.witnessCapacity) ?? '') : '',
  }
  if (isTestimony && own && emailKey(witness.email) === emailKey(own))
    faults.push({ pointer: '/witnessEmail', detail: 'That is your own address. Ask somebody who saw your work' })
  if (draft.refused) faults.push({ pointer: '/file', detail: 'The scanner found something harmful in that file, so it was deleted. Choose another' })
  else if (kind === 'file' && !draft.file && !current) faults.push({ pointer: '/file', detail: 'Choose a file' })
  if (!draft.skills.some((skill) => known.has(skill))) faults.push({ pointer: '/skills', detail: 'Choose at least one skill that it shows' })
  faults.push(...namesFaults(draft.warnings, sent.readWarning))
  if (!sent.declared) faults.push({ pointer: '/declared', detail: declarationMissing })
  if (faults.length > 0) throw invalid(faults)
  return { title, text, url, witness }
}

/** Whether a draft says anything that the newest version does not; a new title alone makes no new version. A new file does, before it is scanned. */
export const isNewContent = ({ current }: Evidence, { text, url }: WholeDraft): boolean =>
  !current || (current.text ?? '') !== text || (current.url ?? '') !== url
