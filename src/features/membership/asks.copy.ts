import type { MembershipAsks, MembershipAskState } from '#domain/membership.ts'
import { showDay, showNumber } from '#lib/show.ts'

/** The words of asking to join the pool, and of answering. */
export const copy = {
  title: 'Who wants to join',
  roster: 'Roster',
  intro:
    'People who have told you that they want to join the pool, the one who has waited longest first. Saying yes makes them a member: their checks begin.',
  state: 'Show',
  states: { open: 'Waiting for an answer', accepted: 'Accepted', declined: 'Declined', withdrawn: 'Taken back' } satisfies Record<
    MembershipAskState,
    string
  >,
  apply: 'Apply',
  found: (total: number) => (total === 1 ? '1 person' : `${showNumber(total)} people`),
  none: {
    open: 'Nobody is waiting for an answer. People who ask from their home page appear here.',
    accepted: 'Nobody has been accepted yet.',
    declined: 'Nobody has been declined.',
    withdrawn: 'Nobody has taken back their wish to join.',
  } satisfies Record<MembershipAskState, string>,
  pages: 'Pages of people who want to join',
  wants: ({ at, region }: { at: string; region: string | null }, roles: string) =>
    `${roles}. ${region ?? 'No region given'}. Asked on ${showDay(at)}.`,
  theirWords: 'What they wrote',
  record: 'Open their record',
  recordOf: (name: string) => ` (${name})`,
  answer: (name: string) => `Answer ${name}`,
  decision: 'Your answer',
  decisions: [
    { value: 'accepted', text: 'Yes, they join the pool', hint: 'Their status becomes “In checks”. They are told by mail.' },
    { value: 'declined', text: 'No, not now', hint: 'They are told by mail, with your reason. They can ask again.' },
  ],
  reason: 'Reason, or a few words to them',
  reasonHint: 'They read this. It is needed when you say no.',
  send: 'Send the answer',
  accepted: (name: string) => `${name} joins the pool, and is told by mail`,
  declined: (name: string) => `${name} is told by mail that the answer is not now`,
  changed: 'This was answered or taken back meanwhile. The list shows it as it is now.',
  decidedOn: ({ state, decidedAt }: Pick<MembershipAsks['asks'][number], 'state' | 'decidedAt'>) =>
    `${copy.states[state]}${decidedAt ? ` on ${showDay(decidedAt)}` : ''}`,

  membership: 'Your membership',
  yourStanding: (standing: string) => `Your status: ${standing}.`,
  contact: 'How to reach you',
  email: 'E-mail address',
  phone: 'Phone',
  notGiven: 'Not given',
  change: 'Change',
  checks: 'Your checks',
  checksWhy: 'What your pool has checked of you, and what stands between you and an appointment.',
  toChecks: 'See your checks and whether you are ready',
  ties: 'Your ties',
  tiesWhy: 'Ties to organisations and people decide which reviews you can be independent in.',
  toTies: 'See and change your ties',
  join: 'Join the pool',
  joinIntro:
    'Members of the pool can be asked to chair or write reviews. Tell the coordinator of your region that you want to join: they look at your record and answer.',
  joinNext: 'If they say yes, your checks come next (such as a DBS check, references and insurance). Your training goes on meanwhile.',
  roles: 'In which roles?',
  words: 'What would you bring?',
  wordsHint: 'A sentence or two on your experience and why now. Name no child, no family and no case.',
  ask: 'Tell the coordinator',
  asked: 'The coordinator is told that you want to join',
  waitingTitle: 'You have asked to join the pool',
  waiting: (at: string, roles: string) => `You asked on ${showDay(at)}, as ${roles}. A coordinator answers by mail, and here.`,
  youWrote: 'You wrote:',
  withdraw: 'Take it back',
  withdrawn: 'You have taken it back. You can ask again at any time',
  declinedOn: (at: string) => `On ${showDay(at)} the answer was: not now. You can ask again.`,
  theyWrote: 'The coordinator wrote:',
  noRegion: 'Say first where you are: a coordinator is responsible for a region.',
  toProfile: 'Give your home region',
  notForStaff: 'You work here, so there is nothing to join. Members of the pool see their own page at this address.',
}
