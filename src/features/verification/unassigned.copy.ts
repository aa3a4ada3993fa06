import type { AssessorStanding } from '#domain/verification-offer.ts'
import { showMoment } from '#lib/show.ts'

/** The words of finding an assessor, for coordinators. */
export const copy = {
  unassigned: 'Requests that need an assessor',
  unassignedIntro:
    'For these no independent assessor is free. Name somebody who has no tie to the person, from elsewhere if need be. If there is nobody, ask an administrator to invite an assessor.',
  unassignedWhoSees: 'You see that somebody asked and for how many skills. Ratings, reflections and evidence are never shown to coordinators.',
  allAssigned: 'Every request has an assessor. New ones that need you appear here.',
  sentOn: (moment: string, skills: number) => `Sent on ${showMoment(moment)}, for ${skills === 1 ? 'one skill' : `${skills} skills`}`,
  nameWho: 'Which assessor?',
  nameNone: 'Choose an assessor',
  nameReason: 'Why this assessor?',
  nameReasonHint: 'Say what you asked them. Kept with the request.',
  name: 'Offer it to this assessor',
  named: 'The request is offered. The assessor is told by mail',
  nobodyToName: 'Nobody can be named now. Ask an administrator to invite an assessor from elsewhere.',
  standings: 'Assessors, and where they stand to this request',
  standingColumns: ['Assessor', 'Where they stand', 'Requests now'],
  standing: {
    free: 'Free',
    'not-known': 'Has not declared their affiliations yet: ask first',
    'not-ready': 'Has not rated the anchor dossiers yet: ask first',
    tied: 'Tied to this person',
    'declined-conflict': 'Declined for a conflict',
    'declined-capacity': 'Declined for lack of time',
    objected: 'The person asked for somebody else',
    'let-lapse': 'Did not answer in time',
    'passed-on': 'Had this request and did not decide',
    'looked-before': 'Has looked at this request already',
  } satisfies Record<AssessorStanding, string>,
}
