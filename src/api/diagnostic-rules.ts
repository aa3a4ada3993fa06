import { inUse, questionKey } from '#domain/check.ts'
import { type DiagnosticRules, diagnosticRules, type DiagnosticSettings } from '#domain/diagnostic.ts'
import type { CompiledModule } from '#domain/module.ts'
import type { Db } from './repository/database.ts'
import { settingValue } from './repository/settings.ts'
import type { WithdrawnQuestion } from './repository/withdrawn-questions.ts'

/** What the organisation sets about diagnostics, as it is now. */
export const diagnosticSettings = async (db: Db): Promise<DiagnosticSettings> => ({
  passPercent: await settingValue(db, 'diagnostic-pass-percent'),
  tries: await settingValue(db, 'diagnostic-tries'),
  lengthPercent: await settingValue(db, 'diagnostic-length-percent'),
})

/** The rules of a diagnostic over what is left of a module's bank. */
export function diagnosticFor(
  { module, questions }: CompiledModule,
  withdrawn: readonly WithdrawnQuestion[],
  set: DiagnosticSettings,
): DiagnosticRules {
  const gone = new Set(withdrawn.map(({ question, questionVersion }) => questionKey(question, questionVersion)))
  return diagnosticRules(module.check, module.outcomes.length, inUse(questions, gone).length, set)
}
