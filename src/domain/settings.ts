import type { Setting } from './account.ts'

type Definition = Pick<Setting, 'value' | 'unit' | 'least' | 'most' | 'what' | 'source'>

/** What an organisation may set for itself, with what it starts at. Changing one is accounted for and takes effect at once. */
export const settings = {
  'staff-idle-minutes': {
    value: 30,
    unit: 'minutes',
    least: 5,
    most: 480,
    what: 'Staff are signed out after this long without doing anything',
    source: 'OWASP advice on session time-outs; your organisation decides',
  },
  'session-days': {
    value: 14,
    unit: 'days',
    least: 1,
    most: 90,
    what: 'Everyone signs in again after this long',
    source: 'No rule sets this; your organisation decides',
  },
  'sign-in-link-minutes': {
    value: 60,
    unit: 'minutes',
    least: 10,
    most: 1440,
    what: 'A link to sign in or confirm an address works for this long',
    source: 'No rule sets this; your organisation decides',
  },
  'invitation-days': {
    value: 7,
    unit: 'days',
    least: 1,
    most: 60,
    what: 'An invitation can be accepted for this long',
    source: 'No rule sets this; your organisation decides',
  },
  'mail-kept-days': {
    value: 30,
    unit: 'days',
    least: 1,
    most: 365,
    what: 'The text of a mail is kept for this long',
    source: 'UK GDPR article 5(1)(e), storage limitation; the length is for your organisation to decide',
  },
  'unconfirmed-kept-days': {
    value: 14,
    unit: 'days',
    least: 1,
    most: 90,
    what: 'An account whose address was never confirmed, or whose invitation was never accepted, is erased after this long',
    source: 'UK GDPR article 5(1)(e), storage limitation; the length is for your organisation to decide',
  },
  'testimony-link-days': {
    value: 28,
    unit: 'days',
    least: 3,
    most: 90,
    what: 'A link that asks somebody for a testimony works for this long',
    source: 'Ours to set',
  },
  'testimony-kept-days': {
    value: 90,
    unit: 'days',
    least: 1,
    most: 365,
    what: 'Whom a testimony was asked of is kept for this long after they declined or the link ran out',
    source: 'UK GDPR article 5(1)(e), storage limitation; the length is ours to set',
  },
  'quarantine-kept-days': {
    value: 30,
    unit: 'days',
    least: 1,
    most: 365,
    what: 'Evidence in quarantine is purged after this long',
    source: 'UK GDPR article 5(1)(e), storage limitation; the length is ours to set',
  },
  'audit-kept-months': {
    value: 72,
    unit: 'months',
    least: 12,
    most: 180,
    what: 'The account of who did what is kept for this long, without the details of people who were erased',
    source: 'Limitation Act 1980 section 5 (six years), taken as a guide; the length is for your organisation to decide',
  },
  'affiliation-counts-years': {
    value: 5,
    unit: 'years',
    least: 0,
    most: 60,
    what: 'A tie to an organisation still counts against independence for this long after it ended',
    source: 'Conflict rule COI-4 of the pool model (a cooling-off time); inferred, not law; ours to set',
  },
  'verification-lapse-days': {
    value: 14,
    unit: 'days',
    least: 3,
    most: 60,
    what: 'A request for verification that its assessor does not answer lapses after this long, and can be sent again',
    source: 'Ours to set',
  },
  'verification-decide-days': {
    value: 28,
    unit: 'days',
    least: 5,
    most: 120,
    what: 'An assessor decides within this long of accepting a request; after twice as long it goes to another assessor',
    source: 'Ours to set',
  },
  'anchors-before-live-work': {
    value: 8,
    unit: 'dossiers',
    least: 0,
    most: 8,
    what: 'An assessor rates this many anchor dossiers before taking requests for verification',
    source: 'Ours to set; eight ship with the product',
  },
} as const satisfies Record<string, Definition>

export type SettingKey = keyof typeof settings
export const settingKeys = Object.keys(settings) as SettingKey[]
