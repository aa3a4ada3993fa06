import type { VerificationEventKind, VerificationRequest } from '#domain/verification.ts'
import { showDate, showMoment } from '#lib/show.ts'

/** The words of asking for verification, for the person who asks. */
export const copy = {
  title: 'Verification',
  intro:
    'Ask an independent assessor to look at a skill you rated, with the evidence you choose. Only a level that they verify counts when people are appointed.',
  whoSees:
    'Who sees this: the assessor sees what you send and nothing else. Coordinators see that you asked and where it stands; never your ratings, reflections or evidence.',
  ask: 'Ask for verification',
  table: 'Your requests',
  columns: ['Sent', 'Skills', 'State', 'Assessor'],
  nobodyYet: 'Nobody yet',
  none: 'You have not asked for verification yet. Rate your skills, gather evidence, and ask when you are ready.',

  askTitle: 'Ask for verification',
  askIntro:
    'Choose the skills to have looked at and what shows them. What you send is fixed as it is now: if you change your evidence later, the assessor still sees this.',
  declareFirst:
    'Say first where you work or have worked, and whether you know an assessor. Your request then goes to somebody who is not tied to you.',
  declare: 'Declare your affiliations',
  nothingToSend:
    'There is nothing to send now. You can send skills that you rated above “not yet” and that are not verified or being looked at. A new rating opens a verified skill again.',
  rate: 'Go to your skills',
  skills: 'Which skills?',
  ratedAt: (level: number, moment: string) => `You rated yourself at level ${level} on ${showMoment(moment)}.`,
  verifiedAt: (level: number) => `Verified at level ${level} before; your newer rating opens it again.`,
  evidence: 'Which evidence goes with it?',
  evidenceHint: 'Choose what shows the level you gave yourself.',
  noEvidence: 'You have no evidence that is ready to send.',
  addEvidence: 'Add evidence',
  serves: (skills: readonly string[]) => (skills.length === 0 ? 'not linked to a skill' : `for ${skills.join(', ')}`),
  experience: 'Which published reports go with it?',
  experienceHint: 'If you already chair or write: the assessor says for each skill whether this is equivalent to what the level asks.',
  goOn: 'Check before you send',

  checkTitle: 'Check what you send',
  checkIntro: 'This is what the assessor will see. Nothing else of your record is shown to them.',
  forAll: 'Also sent',
  next: 'What happens next',
  nextText: (days: number) =>
    `The request is offered to an independent assessor. If nobody answers within ${days} days you can send it again. You can withdraw it until it is decided.`,
  change: 'Change what you send',
  send: 'Send the request',
  sent: 'Your request is sent',

  request: 'Request for verification',
  found: 'What was found',
  sentWith: 'What you sent',
  happened: 'What happened',
  withdraw: 'Withdraw this request',
  withdrawWhy: 'It ends here and nothing of it is verified. You can send the same skills again in a new request.',
  object: 'Ask for another assessor',
  objectWhy: 'You can do this once. Say why: you know them, or something else stands in the way. They do not see what you write.',
  objectReason: 'Why should somebody else look at this?',
  resend: 'Send it again',
  resendWhy: 'Nothing you wrote is lost. It goes to somebody else if somebody else is free.',
  answer: 'Answer the lower levels',
  answerWhy:
    'You can answer once. A second assessor then looks at these skills afresh, without seeing what the first one found. What they find stands, whether it is higher or lower. Write about your evidence, not about the first assessor’s view.',
  answerFor: (name: string) => `Your answer for ${name}`,
  answerHint: 'Leave it empty to accept the level that was found.',
  answerSend: 'Ask for a second look',
  drop: 'Give up the second look',
  dropWhy: 'The first decision then stands. You cannot answer again.',
  done: {
    withdraw: 'The request is withdrawn',
    object: 'Somebody else is asked',
    resend: 'The request is sent again',
    answer: 'A second assessor will look at it',
    'drop-answer': 'The first decision stands',
  } as Partial<Record<VerificationEventKind, string>>,
}

/** Where a request stands, in a sentence that says what comes next. */
export function standing({ state, round, assessor, dueOn, lapsesAt, findings }: VerificationRequest): string {
  const second = round === 2 ? 'second ' : ''
  switch (state) {
    case 'requested':
      return 'No independent assessor is free just now. A coordinator sees that your request waits and finds one.'
    case 'offered':
      return `${assessor ?? 'An assessor'} is asked to take a ${second}look.${lapsesAt ? ` If they do not answer by ${showMoment(lapsesAt)}, you can send it again.` : ''}`
    case 'in-review':
      return `${assessor ?? 'An assessor'} is taking a ${second}look.${dueOn ? ` They decide by ${showDate(dueOn)}.` : ''}`
    case 'decided':
      return `An assessor looked at ${findings.length === 1 ? 'one skill' : `${new Set(findings.map(({ skill }) => skill)).size} skills`}. What they found is below.`
    case 'lapsed':
      return 'The assessor who was asked did not answer in time. We are sorry. You can send the request again.'
    case 'withdrawn':
      return 'You withdrew this request. Nothing of it was verified.'
  }
}

/** One thing that happened, as its sender reads it. */
export function eventWords({ event, by, assessor }: VerificationRequest['events'][number]): string {
  const who = assessor ?? 'an assessor'
  const sentences: Record<VerificationEventKind, string> = {
    send: 'You sent the request',
    offer: by === 'coordinator' ? `A coordinator asked ${who}` : `It was offered to ${who}`,
    accept: `${who} accepted it`,
    decline: `${who} declined it`,
    object: `You asked for somebody other than ${who}`,
    lapse: `${who} did not answer in time`,
    'pass-on': `It was taken back from ${who}, to go to another assessor`,
    resend: 'You sent it again',
    decide: `${who} decided`,
    answer: 'You answered the lower levels',
    'drop-answer': 'You gave up the second look',
    withdraw: 'You withdrew it',
  }
  const sentence = sentences[event]
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
