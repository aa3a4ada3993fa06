import type { z } from 'zod'
import type * as schema from './dossier.schema.ts'

export type Dossier = z.infer<typeof schema.Dossier>
export type EvidencePiece = z.infer<typeof schema.EvidencePiece>

/** The newest version of every dossier, in the order of their ids. */
export function newestDossiers(dossiers: readonly Dossier[]): Dossier[] {
  const newest = new Map<string, Dossier>()
  for (const dossier of dossiers) if (dossier.version > (newest.get(dossier.id)?.version ?? 0)) newest.set(dossier.id, dossier)
  return [...newest.values()].toSorted((a, b) => number(a) - number(b))
}

const number = ({ id }: Dossier) => Number(id.slice(1))
