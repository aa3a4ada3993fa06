import { type AnchorDossier, type Anchors, missingFrom, othersToCompare, skillsOf, type AnchorSheet } from '#domain/anchor.ts'
import { agreementOf, confusion, type Pair } from '#domain/agreement.ts'
import { mayTakeRequests } from '#domain/calibration.ts'
import { type Dossier, newestDossiers } from '#domain/dossier.ts'
import { skillsIn } from '#domain/framework.ts'
import type { Content } from './deps.ts'
import { notFound } from './problem.ts'
import { type AnchorRating, anchorRatingsOf, ratingsByOthers, sheetsOf } from './repository/anchors.ts'
import type { Db } from './repository/database.ts'
import { frameworkAt } from './repository/frameworks.ts'
import { settingValue } from './repository/settings.ts'

const notBegun = ({ id, version }: Dossier): AnchorSheet => ({
  dossier: id,
  dossierVersion: version,
  version: 0,
  state: 'not-started',
  handedInAt: null,
  ratings: [],
})

/** A dossier in the version that somebody began, or else the newest, with their sheet. @throws Problem 404 when there is no such dossier. */
export async function dossierFor(db: Db, content: Content, personId: string, id: string): Promise<{ dossier: Dossier; sheet: AnchorSheet }> {
  const sheet = (await sheetsOf(db, personId)).get(id)
  const dossier = sheet
    ? content.dossiers.find((one) => one.id === id && one.version === sheet.dossierVersion)
    : newestDossiers(content.dossiers).find((one) => one.id === id)
  if (!dossier) throw notFound()
  return { dossier, sheet: sheet ?? notBegun(dossier) }
}

/** A dossier as its assessor may see it: the reference stays here until they have handed in. */
export async function anchorView(db: Db, content: Content, personId: string, id: string): Promise<AnchorDossier> {
  const { dossier, sheet } = await dossierFor(db, content, personId, id)
  const framework = await frameworkAt(db, content, dossier.frameworkVersion)
  const words = new Map(skillsIn(framework).map((skill) => [skill.id, skill]))
  return {
    ...dossier,
    levels: framework.levels,
    skills: dossier.skills.map(({ reference: _kept, ...asked }) => {
      const skill = words.get(asked.skill)
      // The compiler of content has proved that every skill of a dossier is in its framework.
      if (!skill) throw notFound()
      const { name, summary, levels } = skill
      return { ...asked, words: { id: asked.skill, name, summary, levels } }
    }),
    sheet,
    references: sheet.state === 'handed-in' ? dossier.skills.map(({ skill, reference }) => ({ skill, ...reference })) : null,
  }
}

/** The dossiers as they stand for one assessor, and how their levels compare with the reference and with others'. */
export async function anchorsView(db: Db, content: Content, personId: string): Promise<Anchors> {
  const [sheets, own, others] = [await sheetsOf(db, personId), await anchorRatingsOf(db, personId), await ratingsByOthers(db, personId)]
  const rated = [...sheets.values()].filter(({ state }) => state === 'handed-in').length
  const needed = await settingValue(db, 'anchors-before-live-work')
  const withReference = pairsWith(own, referencesOf(content))
  return {
    calibration: { rated, needed, reasons: mayTakeRequests(rated, needed) },
    dossiers: newestDossiers(content.dossiers).map((newest) => {
      const sheet = sheets.get(newest.id) ?? notBegun(newest)
      const { id, title, candidate, role, skills } =
        content.dossiers.find((one) => one.id === newest.id && one.version === sheet.dossierVersion) ?? newest
      const incomplete = new Set(missingFrom(skillsOf({ skills }), sheet.ratings).map(({ skill }) => skill))
      const { state, handedInAt } = sheet
      return { id, title, candidate, role, state, handedInAt, skills: skills.length, rated: skills.length - incomplete.size }
    }),
    withReference: withReference.length === 0 ? null : agreementOf(withReference),
    table: confusion(withReference),
    withOthers: comparedWith(own, others),
  }
}

const referencesOf = ({ dossiers }: Content): AnchorRating[] =>
  dossiers.flatMap(({ id, version, skills }) =>
    skills.map(({ skill, reference }) => ({ dossier: id, dossier_version: version, skill, level: reference.level })),
  )

const keyOf = ({ dossier, dossier_version, skill }: AnchorRating) => `${dossier} ${dossier_version} ${skill}`

function pairsWith(own: readonly AnchorRating[], others: readonly AnchorRating[]): Pair[] {
  const byKey = Map.groupBy(others, keyOf)
  return own.flatMap((mine) => (byKey.get(keyOf(mine)) ?? []).map((theirs) => ({ mine: mine.level, theirs: theirs.level })))
}

function comparedWith(own: readonly AnchorRating[], others: readonly (AnchorRating & { person_id: string })[]): Anchors['withOthers'] {
  const assessors = new Set(others.map(({ person_id }) => person_id)).size
  if (assessors < othersToCompare) return null
  const shared = new Set(others.map(keyOf)).size
  return { assessors, agreement: agreementOf(pairsWith(own, others), shared) }
}
