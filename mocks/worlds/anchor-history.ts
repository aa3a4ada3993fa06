import { after } from '#domain/calendar.ts'
import { type Dossier, newestDossiers } from '#domain/dossier.ts'
import type { Draft } from './draft.ts'

/** Why a level was given, as somebody in a hurry writes it; the dossiers themselves hold the better reasons. */
const reasons = [
  'Nothing that was sent lets me say more. I looked for one dated example and found none.',
  'Shows that the first step is understood, and no more than that. I saw nothing done under the eye of somebody else.',
  'Done once with an experienced person alongside. The next level asks for work that was theirs alone.',
  'Did it alone, and a person with no tie to them says so. I looked for a contested case and did not find one.',
  'Handled what was contested, and others changed what they do because of it.',
]

/**
 * How somebody rates: which way they lean and how often, in a hundred ratings, and how often they miss without leaning. Nobody is out by more than
 * two levels.
 */
interface Habit {
  lean: -1 | 0 | 1
  leans: number
  scatter: number
}

interface Rater extends Habit {
  personId: string
  /** How many of the dossiers, in order, they have handed in, and over which days. */
  rated: number
  fromDaysAgo: number
  toDaysAgo: number
}

/** Writes the sheets that somebody handed in, one dossier after the other, as the product would have kept them. */
export function layAnchors(draft: Draft, { personId, rated, fromDaysAgo, toDaysAgo, ...habit }: Rater): void {
  const dossiers = newestDossiers(draft.content.dossiers).slice(0, rated)
  const moments = draft.daytimes(dossiers.length, fromDaysAgo, toDaysAgo)
  for (const [index, dossier] of dossiers.entries()) laySheet(draft, personId, dossier, habit, moments[index] ?? draft.now)
}

function laySheet(draft: Draft, personId: string, dossier: Dossier, habit: Habit, begun: Date): void {
  const { rows, chance } = draft
  const handedIn = after(begun, { minutes: chance.whole(16, 40) })
  const at = handedIn.toISOString()
  const sheet = { person_id: personId, dossier: dossier.id }
  for (const [index, { skill, reference }] of dossier.skills.entries()) {
    const level = levelBy(draft, habit, reference.level)
    const given = { skill, level, reason: reasons[level] ?? '' }
    const keptAt = after(begun, { minutes: 5 * (index + 1) })
    // A level and its reason are two saves.
    rows.anchor_finding.push({ ...sheet, ...given, version: 2, updated_at: keptAt.toISOString() })
    rows.anchor_rating.push({ id: chance.newId(handedIn), ...sheet, ...given, dossier_version: dossier.version, at })
    const kept = { record: 'anchor-sheet', recordId: dossier.id, personId, changes: [{ field: dossier.title, from: null, to: skill }] }
    draft.note(keptAt, personId, { ...kept, action: 'anchor-finding-kept' })
    draft.note(after(keptAt, { minutes: 1 }), personId, { ...kept, action: 'anchor-finding-kept' })
  }
  rows.anchor_sheet.push({
    ...sheet,
    version: 2 * dossier.skills.length + 1,
    dossier_version: dossier.version,
    started_at: after(begun, { minutes: 5 }).toISOString(),
    handed_in_at: at,
  })
  draft.note(handedIn, personId, {
    action: 'anchor-handed-in',
    record: 'anchor-sheet',
    recordId: dossier.id,
    personId,
    changes: [{ field: dossier.title, from: null, to: dossier.version }],
  })
}

function levelBy({ chance }: Draft, { lean, leans, scatter }: Habit, reference: number): number {
  const leant = lean !== 0 && chance.happens(leans) ? lean : 0
  const missed = chance.happens(scatter) ? chance.pick([-1, 1]) : 0
  return Math.min(4, Math.max(0, reference + leant + missed))
}
