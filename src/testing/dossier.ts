import type { Dossier } from '#domain/dossier.ts'

/** A small anchor dossier about the three skills of the small framework, with references 2, 3 and 0. */
export const aDossier = (id = 'a1', version = 1): Dossier => ({
  id,
  version,
  frameworkVersion: 1,
  title: `The dossier ${id}`,
  candidate: 'Gordon Thistledown',
  role: 'chair',
  about: 'Somebody who wants to chair.',
  skills: ['1.1', '3.3', '5.1'].map((skill, index) => ({
    skill,
    claimed: 3,
    confidence: 'high',
    reflection: `What Gordon says of ${skill}.`,
    evidence: [{ kind: 'note', title: `A note on ${skill}`, from: 'A co-chair', text: 'What was seen.' }],
    reference: { level: [2, 3, 0][index] ?? 0, reason: `The reference's reason for ${skill} of ${id}, version ${version}` },
  })),
})

/** Eight of them, as many as ship. */
export const someDossiers = (version = 1): Dossier[] => Array.from({ length: 8 }, (_, index) => aDossier(`a${index + 1}`, version))
