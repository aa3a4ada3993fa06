import type { EvidenceKind, EvidenceState, OwnEvidence } from '#domain/evidence.ts'
import type { OwnMove } from './evidence.queries.ts'

const megabyte = 1_048_576

/** The words of evidence, for the person whose it is. */
export const copy = {
  title: 'Your evidence',
  intro:
    'Evidence shows an assessor what you can do: something you wrote, a page or a file, or what somebody saw of your work. One piece can serve several skills.',
  whoSees: 'Who sees this',
  whoSeesText:
    'You alone, until you send a piece with a request for verification; then the assessors of that request see it too. Coordinators never see evidence, nor that you have any.',
  add: 'Add evidence',
  none: 'You have no evidence yet. Begin with one piece that shows something you are sure of: it need not be long.',
  caption: 'What you have added',
  columns: ['Title', 'Kind', 'Skills', 'State', 'Added'],
  experience: 'List the reports you have worked on',
  experienceHint: 'Have you already chaired or written published reviews?',

  kindQuestion: 'What kind of evidence is it?',
  kinds: {
    text: { name: 'Something you write here', short: 'Text', hint: 'What you did, how, and what came of it. Saved as you type.' },
    link: { name: 'A page on the internet', short: 'Link', hint: 'A published report, article or talk that anybody can open.' },
    file: { name: 'A file', short: 'File', hint: 'A PDF, a Word document, a picture or plain text.' },
    testimony: {
      name: 'A testimony',
      short: 'Testimony',
      hint: 'You name somebody who saw your work, such as a commissioner. We send them a link, and what they write comes to you.',
    },
  } satisfies Record<EvidenceKind, { name: string; short: string; hint: string }>,
  goOn: 'Continue',
  untitled: (kind: EvidenceKind) => `Untitled ${copy.kinds[kind].short.toLowerCase()}`,

  states: {
    draft: 'Draft',
    scanning: 'Being checked',
    ready: 'Ready',
    rejected: 'File refused',
    withdrawn: 'Withdrawn',
    quarantined: 'In quarantine',
    purged: 'Deleted',
    asked: 'Asked',
    lapsed: 'No answer',
    declined: 'Declined',
  } satisfies Record<EvidenceState, string>,
  newVersionUnderWay: 'New draft',
  about: {
    draft: null,
    scanning: 'The file is being checked for anything harmful. This takes a moment, at most some minutes; you can leave this page.',
    ready: null,
    rejected: null,
    withdrawn: 'You have withdrawn this. It cannot be sent with a new request. Whoever was sent it before can still read it.',
    quarantined:
      'Nobody can read this now, neither you nor an assessor. If it was closed by mistake, open it again. If it should never have been here, delete it for good.',
    purged: 'This was deleted for good: its words and files are gone. Your history says that it was, and nothing more.',
    asked: null,
    lapsed: 'The link ran out before it was answered. You can send a new one.',
    declined: 'They would rather not write about this. No reason is asked of them. You can ask somebody else in a new piece of evidence.',
  } satisfies Record<EvidenceState, string | null>,
  askedOf: (name: string, capacity: string, until: string) => `We asked ${name} (${capacity}). The link can be answered until ${until}.`,

  added: {
    draft: '',
    ready: 'Your evidence is ready to be sent with a request for verification',
    scanning: 'Your file is being checked',
    rejected: '',
    asked: 'We have sent the link',
  } as Partial<Record<EvidenceState, string>>,
  moved: {
    ready: 'It is in use again',
    withdrawn: 'It is withdrawn',
    quarantined: 'It is closed: nobody can read it now',
    purged: 'It is deleted for good',
    asked: 'We have sent a new link. The old one no longer works',
  } satisfies Record<OwnMove, string>,
  backToList: 'Your evidence',

  fields: {
    title: 'Title',
    titleHint: 'So that you and an assessor know it again.',
    text: 'What it shows',
    textHint: 'What you did, why so, and what came of it. A few hundred words are plenty. Saved as you type.',
    url: 'Address of the page',
    urlHint: 'An https address that an assessor can open without an account.',
    about: 'What to look for (optional)',
    aboutHint: 'Where in it an assessor finds what matters, and what your part was.',
    file: 'File',
    fileHint: (bytes: number, endings: readonly string[]) =>
      `${endings
        .filter((ending) => ending !== '.jpeg')
        .map((ending) => ending.slice(1).toUpperCase())
        .join(', ')}; at most ${bytes / megabyte} MB.`,
    otherFile: 'Choose another file instead',
    witnessName: 'Their full name',
    witnessEmail: 'Their e-mail address',
    witnessEmailHint: 'Used to send the link, and forgotten once they have answered.',
    witnessCapacity: 'How they know your work',
    witnessCapacityHint: 'For example: commissioned a review that I chaired. They can put it in their own words.',
    testimonyTitle: 'What you ask them about',
    testimonyTitleHint: 'They see this, for example: the five panels I chaired in 2018.',
    skills: 'Which skills does it show?',
    skillsHint: 'Choose at least one. These are the skills that your roles ask.',
    skillsHintAll: 'Choose at least one.',
  },
  tooBig: (bytes: number) => `The file is larger than ${bytes / megabyte} MB. Choose a smaller one`,
  sending: (name: string) => `Sending ${name}…`,
  stopSending: 'Stop sending',
  sent: (name: string, size: string) => `${name}, ${size}`,
  refused: 'The scanner found something harmful in that file, so it was deleted. Choose another.',
  declaration: 'Declaration',
  declared: 'It names no child, no family and no case, and nobody could be found out from it',
  handInNext: 'Add this version',
  handIn: {
    text: 'Add this evidence',
    link: 'Add this evidence',
    file: 'Add this evidence',
    testimony: 'Send the link',
  } satisfies Record<EvidenceKind, string>,
  elsewhere: 'This draft was changed in another tab or on another device. Choose which to go on with: both are here.',
  elsewhereShort: 'it was changed in another tab',
  there: 'What was saved there',
  keepMine: 'Go on with what is here',
  takeTheirs: 'Go on with what was saved there',
  noWords: 'No words',

  version: (number: number, when: string) => `Version ${number}, ${when}`,
  newest: 'The version that is in use',
  next: 'The next version',
  earlier: 'Earlier versions',
  from: (name: string, capacity: string) => `${name}, ${capacity}`,
  serves: 'Shows',
  save: (name: string, size: string) => `Save ${name} (${size})`,
  saveFailed: 'The file could not be fetched. Try again in a moment.',
  whatYouCan: 'What you can do',
  newVersion: 'Begin a new version',
  newVersionText: 'Is there something to add or to put right? The version that is here stays as it is, and stays where it was sent.',
  discard: 'Throw this draft away',
  discardText: 'Do you not need this draft? The version that is in use stays.',
  testimonyStays: 'These are the words of the person you asked. You cannot change them.',
  move: {
    ready: { button: 'Take it into use again', text: '' },
    withdrawn: {
      button: 'Withdraw it',
      text: 'Do you no longer want to use it? It can then not be sent with a request, until you take it into use again.',
    },
    quarantined: {
      button: 'Close it at once',
      text: 'Should it not be here, such as the wrong file? From that moment nobody can read it. You then decide whether to delete it for good.',
    },
    purged: { button: 'Delete it for good', text: '' },
    asked: { button: 'Send a new link', text: '' },
  } satisfies Record<OwnMove, { button: string; text: string }>,
  open: 'Open it again',
  deleteDraft: 'Delete this draft',
  takeBack: 'Take it back',
  takeBackText: 'Have you changed your mind? The link stops working, and we forget whom you asked.',
  purge: {
    title: 'Delete this for good?',
    text: 'Its words and files are deleted and cannot be brought back. Your history will say that something was deleted, not what.',
    askTitle: 'Take this back?',
    askText: 'The link stops working at once. Your history will say that something was deleted, not what.',
    keep: 'Keep it',
  },
  quarantineEnds: 'What is left in quarantine is deleted by itself after some weeks.',
}

export const titleOf = ({ title, kind, draft }: OwnEvidence): string => title || draft?.title.trim() || copy.untitled(kind)

/** 1536 as '2 kB', 5 000 000 as '4.8 MB'. */
export const showSize = (bytes: number): string =>
  bytes < megabyte ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / megabyte).toFixed(1)} MB`
