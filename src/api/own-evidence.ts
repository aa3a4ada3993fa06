import { type Evidence, type EvidenceDraft, type OwnEvidence, ownMovesOf } from '#domain/evidence.ts'
import type { Db } from './repository/database.ts'
import { draftsOf, type StoredDraft } from './repository/evidence-drafts.ts'
import { countVersions, findEvidence } from './repository/evidence.ts'
import { asksOf } from './repository/testimony-asks.ts'
import { notFound } from './problem.ts'

/** Evidence as its owner sees it: with what is being written, whom they asked, and what they may do. */
export async function ownViews(db: Db, evidence: readonly Evidence[]): Promise<OwnEvidence[]> {
  const ids = evidence.map(({ id }) => id)
  const [drafts, asks] = [await draftsOf(db, ids), await asksOf(db, ids)]
  return Promise.all(
    evidence.map(async (one) => ({
      ...one,
      draft: shown(drafts.get(one.id), one),
      ask: asks.get(one.id) ?? null,
      moves: ownMovesOf(one.state, one.state === 'quarantined' ? (await countVersions(db, one.id)) > 0 : one.versions.length > 0),
    })),
  )
}

/** Where the file lies in the store is nobody's business; what is in quarantine is closed for its owner too. */
function shown(draft: StoredDraft | undefined, { state }: Evidence): EvidenceDraft | null {
  if (!draft || state === 'quarantined' || state === 'purged') return null
  const { storedAs: _, ...own } = draft
  return own
}

export async function ownView(db: Db, id: string): Promise<OwnEvidence> {
  const [view] = await ownViews(db, [await mustFind(db, id)])
  if (!view) throw notFound()
  return view
}

async function mustFind(db: Db, id: string): Promise<Evidence> {
  const evidence = await findEvidence(db, id)
  if (!evidence) throw notFound()
  return evidence
}

/** Someone else's evidence is answered like one that is not there. */
export async function ownEvidence(db: Db, id: string, personId: string): Promise<Evidence> {
  const evidence = await mustFind(db, id)
  if (evidence.personId !== personId) throw notFound()
  return evidence
}
