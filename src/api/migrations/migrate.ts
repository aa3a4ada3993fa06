import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { walkingProduct } from './001-walking-product.ts'
import { nameSearch } from './002-name-search.ts'
import { keySkills } from './003-key-skills.ts'
import { evidence } from './004-evidence.ts'
import { skillsMap } from './006-skills-map.ts'
import { anchors } from './007-anchors.ts'
import { developmentPlan } from './009-development-plan.ts'
import { frameworkVersions } from './010-framework-versions.ts'
import { outbox } from './011-outbox.ts'
import { verification } from './012-verification.ts'
import { learningLog } from './013-learning-log.ts'
import { trainingPath } from './014-training-path.ts'
import { certificates } from './015-certificates.ts'
import { cover } from './024-cover.ts'
import { today } from './026-today.ts'
import { coreLevels } from './016-core-levels.ts'
import { trainingKept } from './018-training-kept.ts'
import { fairMarking } from './019-fair-marking.ts'
import { trainingProgress } from './020-training-progress.ts'
import { register } from './021-register.ts'
import { membership } from './022-membership.ts'
import { poolChecks } from './023-pool-checks.ts'
import { rosterImport } from './025-roster-import.ts'
import { together } from './030-together.ts'
import { rosterViews } from './031-roster-views.ts'
import { personByPhone } from './032-person-by-phone.ts'
import { merges } from './033-merges.ts'

/** In the order they run; each stays as it landed, since databases out there have run it. */
export const migrations: Record<string, Migration> = {
  '001-walking-product': walkingProduct,
  '002-name-search': nameSearch,
  '003-key-skills': keySkills,
  '004-evidence': evidence,
  '006-skills-map': skillsMap,
  '007-anchors': anchors,
  '009-development-plan': developmentPlan,
  '010-framework-versions': frameworkVersions,
  '011-outbox': outbox,
  '012-verification': verification,
  '013-learning-log': learningLog,
  '014-training-path': trainingPath,
  '015-certificates': certificates,
  '016-core-levels': coreLevels,
  '018-training-kept': trainingKept,
  '019-fair-marking': fairMarking,
  '020-training-progress': trainingProgress,
  '021-register': register,
  '022-membership': membership,
  '023-pool-checks': poolChecks,
  '024-cover': cover,
  '025-roster-import': rosterImport,
  '026-today': today,
  '030-together': together,
  '031-roster-views': rosterViews,
  '032-person-by-phone': personByPhone,
  '033-merges': merges,
}

/**
 * Brings a database to the newest shape, or to `target`. Runs at every start; a database that is already there is left alone.
 * @throws the migration's own error, after everything in it was rolled back.
 */
export async function migrate<T>(db: Kysely<T>, target?: string, known: Record<string, Migration> = migrations): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => known } })
  const { error } = target ? await migrator.migrateTo(target) : await migrator.migrateToLatest()
  if (error) throw error
}
