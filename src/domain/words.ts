import type { AccountState, Role } from './account.ts'
import type { AvailabilityState } from './member.ts'
import type { PoolRole, RosterTraining, Standing, TrainingState } from './person.ts'
import type { PoolCheckKind } from './pool-check.ts'
import type { Region } from './region.ts'
import type { VerificationState } from './verification.ts'

/** The one word for each thing on the screen, from the glossary. The words of a regime's roles come from the regime where one is at hand. */
export const regionWords: Record<Region, string> = {
  'north-east': 'North East',
  'north-west': 'North West',
  'yorkshire-and-the-humber': 'Yorkshire and the Humber',
  'east-midlands': 'East Midlands',
  'west-midlands': 'West Midlands',
  'east-of-england': 'East of England',
  london: 'London',
  'south-east': 'South East',
  'south-west': 'South West',
}

export const poolRoleWords: Record<PoolRole, string> = {
  chair: 'Panel chair',
  author: 'Overview report author',
  adviser: 'Specialist safeguarding adviser',
}
export const shortPoolRoleWords: Record<PoolRole, string> = { chair: 'Chair', author: 'Author', adviser: 'Adviser' }

export const standingWords: Record<Standing, string> = {
  enquirer: 'Enquirer',
  applicant: 'Applicant',
  'in-checks': 'In checks',
  'in-training': 'In training',
  supervised: 'Supervised',
  active: 'Active',
  paused: 'Paused',
  'refresher-due': 'Refresher due',
  expired: 'Expired',
  suspended: 'Suspended',
  retired: 'Retired',
  removed: 'Removed',
}

export const availabilityWords: Record<AvailabilityState, string> = {
  available: 'Available',
  limited: 'Limited',
  unavailable: 'Unavailable',
  tentative: 'Not sure yet',
}

export const checkKindWords: Record<PoolCheckKind, string> = {
  dbs: 'DBS certificate',
  references: 'References',
  insurance: 'Insurance',
  registration: 'Professional registration',
  training: 'Safeguarding training',
  declaration: 'Declaration of interests',
  'data-protection': 'Data protection agreement',
}

const trainingWords: Record<TrainingState, string> = { 'not-started': 'Not started', 'in-progress': 'In progress', completed: 'Completed' }
export const rosterTrainingWords: Record<RosterTraining, string> = { ...trainingWords, expired: 'Expired' }
export const roleWords: Record<Role, string> = {
  learner: 'Learner',
  assessor: 'Assessor',
  coordinator: 'Coordinator',
  administrator: 'Administrator',
}
export const accountStateWords: Record<AccountState, string> = {
  invited: 'Invited',
  unconfirmed: 'Address not confirmed',
  active: 'Active',
  suspended: 'Suspended',
}
export const verificationStateWords: Record<VerificationState, string> = {
  requested: 'Needs an assessor',
  offered: 'Offered',
  'in-review': 'Being looked at',
  decided: 'Decided',
  lapsed: 'Not answered',
  withdrawn: 'Withdrawn',
}
