import type { AnchorDossier, AnchorState } from '#domain/anchor.ts'
import type { Calibration } from '#domain/calibration.ts'
import type { EvidencePiece } from '#domain/dossier.ts'
import type { Confidence } from '#domain/self-assessment.ts'
import { showMoment } from '#lib/show.ts'

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** The words of the anchor dossiers: the list, the sheet to fill in, and what comes of handing it in. */
export const copy = {
  title: 'Anchor dossiers',
  caption: 'For assessors',
  intro:
    'Every assessor rates the same invented candidates before rating real ones. You give each skill a level and say what it rests on. Then you read the level that the writers of the dossier found, with their reason, and see how your levels compare with theirs and with those of other assessors.',
  whoSees:
    'Only you see your levels, your reasons and the figures on this page. Coordinators and administrators see which dossiers you handed in and when, never a level. Your levels count, without your name, in the figures that other assessors see.',
  progress: (rated: number, of: number) => `${rated} of ${of} handed in`,
  state: { 'not-started': 'Not started', 'in-progress': 'In progress', 'handed-in': 'Handed in' } satisfies Record<AnchorState, string>,
  hint: (candidate: string, role: string) => `${candidate}, prospective ${role.toLowerCase()}`,
  ratedSoFar: (rated: number, of: number) => `${rated} of ${of} skills rated`,
  handedInAt: (at: string) => `handed in on ${showMoment(at)}`,

  howTo: [
    'Rate what the evidence shows, against the words of each level. The claim and the career of the candidate are not evidence.',
    'Rate each skill on its own: strong evidence for one says nothing about the next.',
    '“Not enough to decide” is a level of its own here. Choose it when nothing you were sent meets level 1.',
  ],
  kept: 'Your levels and reasons are kept as you type. Until you hand in, nobody sees them; afterwards only you do.',
  sent: (candidate: string) => `What ${candidate} sent`,
  ownRating: 'Their own rating',
  reflection: 'In their own words',
  noEvidence: 'No evidence was sent for this skill.',
  from: (kind: EvidencePiece['kind'], who: string) => `${kinds[kind]}. ${who}`,
  yourRating: 'Your rating',
  levelFor: (skill: string) => `Level for skill ${skill}`,
  level: (level: number, name: string | undefined) => (level === 0 ? 'Not enough to decide' : name ? `Level ${level}: ${name}` : `Level ${level}`),
  notEnough: 'What was sent does not show even level 1, or cannot be relied on.',
  reason: 'What your level rests on',
  reasonHint: 'What meets the level, and what the next one lacks.',
  evidenceAsked: 'The evidence that each level asks for',
  changedElsewhere: 'Another tab saved something else for this skill. What you typed here is still here.',
  theirs: (level: string, reason: string) => `There: ${level}. ${reason === '' ? 'No reason yet.' : reason}`,
  keepMine: 'Keep what is on this page',
  takeTheirs: 'Take the other',
  resolveFirst: (skill: string) => `Another tab changed skill ${skill}. Choose which to keep`,
  notSaved: (skill: string) => `What you typed for skill ${skill} could not be saved. It is still here: try again in a moment`,
  final: 'After you hand in, your levels cannot be changed, since you will have read the reference.',
  handIn: 'Hand in and read the reference',

  handedIn: 'Handed in. Here is the reference, beside what you found',
  next: 'Next dossier',
  toList: 'All dossiers and how your levels compare',
  you: 'You',
  reference: 'Reference',
  again: (candidate: string) => `Read again what ${candidate} sent`,
  difference: (mine: number, theirs: number) => {
    const apart = plural(Math.abs(mine - theirs), 'level', 'levels')
    return mine === theirs ? 'You and the reference gave the same level.' : `You gave ${apart} ${mine > theirs ? 'more' : 'less'} than the reference.`
  },
}

const kinds: Record<EvidencePiece['kind'], string> = {
  testimony: 'Testimony',
  note: 'Note',
  text: 'Written work',
  'report-extract': 'Extract from a report',
}

const confidenceWords: Record<Confidence, string> = { low: 'low', medium: 'medium', high: 'high' }

/** What the candidate says of their level: 0 is "not yet" in a self-rating, whatever it is in an assessor's. */
export const claim = (level: number, name: string | undefined, confidence: AnchorDossier['skills'][number]['confidence']): string => {
  const claimed = level === 0 ? 'Not yet' : copy.level(level, name)
  return confidence ? `${claimed}, with ${confidenceWords[confidence]} confidence` : claimed
}

/** What the dossiers rated so far mean for live work. */
export const calibrationText = ({ rated, needed, reasons }: Calibration): string => {
  const [reason] = reasons
  if (reason) return `Hand in ${plural(reason.left, 'more dossier', 'more dossiers')} before you take requests for verification.`
  if (needed === 0) return 'Your pool does not ask for these before live work. They are still the quickest way to see how you rate.'
  return `You have handed in ${plural(rated, 'dossier', 'dossiers')}, as many as your pool asks for. You may take requests for verification.`
}
