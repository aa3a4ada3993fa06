import type { PoolRole } from '#domain/person.ts'
import type { GapKind } from '#domain/skill-gaps.ts'
import type { Confidence } from '#domain/self-assessment.ts'
import { showMinutes } from '#lib/show.ts'

/** The words of self-assessments and of a person's own skills. */
export const copy = {
  start: 'Rate your skills',
  startIntro: [
    'You read, skill by skill, what each level looks like, and choose the one that describes you now. There are no right answers and no pass mark.',
    'What you say here shapes your development plan. It never counts as proof: only a level that an independent assessor has verified counts when people are appointed.',
  ],
  whoSees: 'Who sees this',
  whoSeesText:
    'You alone. Coordinators see that you handed in a self-assessment, and nothing of what is in it. An assessor sees a rating and its reflection only when you send them with a request for verification.',
  beforeTitle: 'Before you start',
  before: [
    'You can stop at any point and come back to the same skill; everything is saved as you go.',
    'Think of reviews, panels or reports from the last three years.',
    'Do not name a child, a family or a case in anything you write.',
  ],
  roles: 'Which role do you want to rate yourself for?',
  rolesHint: 'Choose all that apply. Only the skills that the role asks are shown.',
  begin: 'Start rating',
  onOlder: (own: number, inUse: number) =>
    `You rate yourself against version ${own} of the framework, which you are on. Version ${inUse} is in use: “Your skills” says what moving to it would change for you.`,
  retired: (own: number, inUse: number) =>
    `Version ${own} of the framework, which you are on, is retired: nobody starts to rate themselves against it any more. Agree to move to version ${inUse}, then begin. Nothing is lost: your earlier ratings keep the words of version ${own}.`,
  underWay: (left: number, of: number) => `You have a self-assessment under way: ${of - left} of ${of} skills rated.`,
  goOn: 'Go on where you stopped',
  putAside: 'Put it aside and start another',
  putAsideWarning: 'What you rated in it will not count.',

  position: (at: number, of: number, minutes: number) => `Skill ${at} of ${of}${minutes > 0 ? `, about ${showMinutes(minutes)} left` : ''}`,
  weight: { core: 'Core to the role', useful: 'Useful in the role' },
  asks: (level: number) => `The role asks for level ${level}.`,
  why: 'Why this matters',
  question: 'Which of these describes you now?',
  notYet: 'Not yet',
  notYetHint: 'I do not do what level 1 describes, or have not had the chance to.',
  level: (level: number, name: string) => `Level ${level}: ${name}`,
  confidence: 'How sure are you? (optional)',
  confidenceWords: { low: 'Not very sure', medium: 'Fairly sure', high: 'Very sure' } satisfies Record<Confidence, string>,
  reflection: 'What is this based on? (optional)',
  reflectionHint: 'A sentence or two about what you did and when. Name no child, family or case. It is saved as you type.',
  namesWhy:
    'We cannot be sure, and you know best. If these words do, take them out now: once you hand in, what you wrote stays as it is, and an assessor reads it when you send this rating.',
  seenBy: 'You alone see this page. An assessor sees a rating and its reflection when you send them; coordinators never do.',
  next: 'Save and go on',
  previous: 'Previous skill',
  toCheck: 'Check your ratings',
  stop: 'Stop for now',
  elsewhere: 'This skill was rated in another tab or on another device. Choose which rating to keep: both are here.',
  ratedElsewhere: 'this skill was rated in another tab',
  there: 'There',
  keepMine: 'Keep what I chose here',
  takeTheirs: 'Keep what was chosen there',
  noReflection: 'No words',
  newer: (version: number, own: number) =>
    `Version ${version} of the framework is in use. You rate yourself against the words of version ${own} until you agree to move, and your ratings keep them.`,

  check: 'Check your ratings',
  checkIntro:
    'Look over what you chose. Once you hand in, these ratings stay as they are; you can rate yourself again at any time, and the change will show.',
  missing: (many: number) => `${many === 1 ? 'One skill has' : `${many} skills have`} no level yet`,
  notRated: 'Not rated yet',
  rateAgain: 'To be rated again',
  change: 'Change',
  rate: 'Rate',
  submit: 'Hand in your ratings',
  handedIn: 'Your ratings are handed in',
  handedInOn: (moment: string) => `Handed in on ${moment}. These ratings stay as they are.`,
  withdrawn: 'This self-assessment was put aside. Its ratings do not count.',
  seeSkills: 'See what they mean for the role',

  mySkills: 'Your skills',
  nothingYet: 'You have not rated your skills yet. It takes some 50 minutes for one role, in as many sittings as you like.',
  noRoles: 'Say in your details which role interests you, or choose one when you rate your skills.',
  again: 'Rate yourself again',
  finding: (met: number, of: number, roles: string) =>
    met === of
      ? `Every level asked of ${roles} has been verified: all ${of} skills.`
      : `Of the ${of} skills asked of ${roles}, ${met === 0 ? 'none has' : met === 1 ? 'one has' : `${met} have`} been verified at the level asked.`,
  ownFinding: (rated: number) => `You rate yourself at that level or above in ${rated === 0 ? 'none' : rated}.`,
  anyOf: { chair: 'a panel chair', author: 'an overview report author', adviser: 'a specialist safeguarding adviser' } satisfies Record<
    PoolRole,
    string
  >,
  picture: 'Your profile',
  legend: { needs: 'Level asked', self: 'Your rating', verified: 'Verified level' },
  table: 'Skill by skill',
  columns: ['Skill', 'You', 'Verified', 'Needed', 'Gap', 'What would close it'],
  none: 'None',
  gapLevels: (levels: number) => `${levels} ${levels === 1 ? 'level' : 'levels'}`,
  closes: {
    'not-rated': 'Rate yourself on it',
    below: 'Learn and practise; see your plan',
    'not-verified': 'Ask an assessor to verify it',
    'under-way': 'You asked for verification: wait for the decision',
    'found-lower': 'Rate yourself again, then ask; an assessor found less than your rating',
  } satisfies Record<GapKind, string>,
  earlier: 'earlier:',
  inVersion: (level: string, version: number) => `${level} (version ${version})`,
  verifiedAgainst: (level: number, version: number) => `Verified at ${level === 0 ? '“not yet”' : level} against version ${version}`,
  verifyAgain: 'to be verified again',
  given: (level: string, version: number, day: string) => `${level}, against version ${version}, ${day}`,
  past: (skills: number) => `${skills === 1 ? '1 skill' : `${skills} skills`} that you rated or had verified before, not asked of you now`,
  pastWhat:
    'The version of the framework that you are on, or the roles that you rated yourself for last, do not ask these. What you said stays as it is.',
  pastTable: 'Skills not asked of you now',
  pastColumns: ['Skill', 'You', 'Verified'],
  separate: 'Your own rating and a verified level are kept apart and never averaged. Only a verified level closes a gap.',
  plan: 'Your development plan',
  wordsOf: (version: number) => `Levels are those of version ${version} of the framework.`,
}

export const levelWord = (level: number): string => (level === 0 ? copy.notYet : String(level))
