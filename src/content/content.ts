import type { Dossier } from '#domain/dossier.ts'
import type { Framework } from '#domain/framework.ts'
import type { CompiledModule, Source } from '#domain/module.ts'
import type { Organisation } from '#domain/organisation.ts'
import type { Regime } from '#domain/regime.ts'
import type { TrainingPath } from '#domain/training-path.ts'
import dossiersV1 from './compiled/dossiers.v1.json' with { type: 'json' }
import frameworkV1 from './compiled/framework.v1.json' with { type: 'json' }
import { modules } from './compiled/modules.ts'
import organisations from './compiled/organisations.json' with { type: 'json' }
import paths from './compiled/paths.json' with { type: 'json' }
import regimes from './compiled/regimes.json' with { type: 'json' }
import sources from './compiled/sources.json' with { type: 'json' }

/**
 * The content as it was compiled and checked by `npm run content`. Every published version stays here.
 * The compiler of TypeScript sees only strings in JSON; `scripts/content` has proved the shapes named by these casts.
 */
export const content = {
  modules: modules as CompiledModule[],
  paths: paths as TrainingPath[],
  regimes: regimes as unknown as Regime[],
  sources: sources as Source[],
  organisations: organisations as Organisation[],
  frameworks: [frameworkV1] as unknown as Framework[],
  dossiers: dossiersV1 as unknown as Dossier[],
}
