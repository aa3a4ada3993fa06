import type { z } from 'zod'
import type * as schema from './audit.schema.ts'

export type HistoryEvent = z.infer<typeof schema.HistoryEvent>
export type History = z.infer<typeof schema.History>
export type Change = HistoryEvent['changes'][number]

/**
 * Everything that is accounted for, and who may read it on a person's page. `own` is for the person alone: a coordinator sees training completed
 * and tries used, never which lesson was opened when or which answer was kept.
 */
export const actions = {
  'account-created': 'all',
  'address-confirmed': 'all',
  'invitation-sent': 'all',
  'invitation-accepted': 'all',
  'invitation-withdrawn': 'all',
  'account-suspended': 'all',
  'suspension-lifted': 'all',
  'second-factor-set-up': 'all',
  'second-factor-removed': 'all',
  'passphrase-changed': 'own',
  'signed-in': 'own',
  'signed-out': 'own',
  'sign-in-refused': 'own',
  'sign-in-link-sent': 'own',
  'mail-tried-again': 'all',
  'profile-changed': 'all',
  'standing-changed': 'all',
  'module-started': 'all',
  'lesson-read': 'own',
  'place-kept': 'own',
  'note-kept': 'own',
  'note-deleted': 'own',
  'check-started': 'all',
  'answer-kept': 'own',
  'check-submitted': 'all',
  'extra-tries-given': 'all',
  'certificate-issued': 'all',
  'certificate-revoked': 'all',
  'certificate-reminded': 'own',
  'certificate-reminders-changed': 'own',
  'self-assessment-started': 'all',
  'self-assessment-submitted': 'all',
  'self-assessment-withdrawn': 'own',
  'skill-answer-kept': 'own',
  'anchor-finding-kept': 'own',
  'anchor-handed-in': 'all',
  'evidence-started': 'own',
  'evidence-draft-kept': 'own',
  'evidence-file-sent': 'own',
  'evidence-draft-discarded': 'own',
  'evidence-handed-in': 'own',
  'evidence-version-added': 'own',
  'evidence-refused': 'own',
  'evidence-withdrawn': 'own',
  'evidence-restored': 'own',
  'evidence-quarantined': 'own',
  'evidence-purged': 'own',
  'testimony-asked': 'own',
  'testimony-given': 'own',
  'testimony-declined': 'own',
  'testimony-lapsed': 'own',
  'experience-added': 'own',
  'experience-changed': 'own',
  'experience-removed': 'own',
  'affiliation-declared': 'own',
  'affiliation-changed': 'own',
  'affiliation-removed': 'own',
  'affiliations-confirmed': 'own',
  'tie-declared': 'own',
  'tie-withdrawn': 'own',
  'verification-requested': 'all',
  'verification-offered': 'own',
  'verification-accepted': 'own',
  'verification-declined': 'own',
  'verification-objected': 'own',
  'verification-lapsed': 'all',
  'verification-passed-on': 'all',
  'verification-resent': 'all',
  'verification-withdrawn': 'all',
  'verification-answered': 'all',
  'verification-answer-dropped': 'all',
  'verification-decided': 'all',
  'finding-kept': 'own',
  'level-verified': 'all',
  'assessor-named': 'all',
  'plan-step-decided': 'own',
  'framework-draft-started': 'all',
  'framework-draft-edited': 'all',
  'framework-moved': 'all',
  'framework-reviewed': 'all',
  'framework-agreed': 'own',
  'record-downloaded': 'all',
  'skills-map-exported': 'all',
  'person-erased': 'all',
  'setting-changed': 'all',
} as const satisfies Record<string, 'all' | 'own'>

export type Action = keyof typeof actions

/** The fields that differ, with both values, for the audit. Lists are compared and shown as words. */
export function changesBetween<T extends object>(before: T, after: T, fields: readonly (keyof T & string)[]): Change[] {
  const shown = (value: unknown): Change['from'] => (Array.isArray(value) ? value.join(', ') : (value as Change['from'])) ?? null
  return fields.map((field) => ({ field, from: shown(before[field]), to: shown(after[field]) })).filter(({ from, to }) => from !== to)
}
