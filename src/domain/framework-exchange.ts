import { gatherCase } from './framework-case-reader.ts'
import { gatherCsv } from './framework-csv-reader.ts'
import type { Framework } from './framework.ts'
import type { FileFault } from './file-places.ts'
import { inconsistenciesIn } from './framework-consistency.ts'

/** 'case': a CFPackage of 1EdTech CASE 1.1 as JSON. 'csv': one row a skill and level, and a row for each thing beside them. */
export type FrameworkFileKind = 'case' | 'csv'

export type FrameworkFile = { kind: 'read'; framework: Framework } | { kind: 'refused'; faults: FileFault[] }

/**
 * The framework in a file, exactly as it was when `caseOf` or `csvOf` made the file from it; or everything that is wrong with the file, and where.
 * Never half a framework, and it throws nothing for what a file may hold. The version and the day of publication are the file's own: whoever keeps it
 * as a draft gives it theirs.
 */
export function readFrameworkFile(text: string, kind: FrameworkFileKind): FrameworkFile {
  const gathered = kind === 'case' ? gatherCase(text) : gatherCsv(text)
  if ('faults' in gathered) return { kind: 'refused', faults: gathered.faults }
  const { document, places } = gathered
  const faults = inconsistenciesIn(document).map(({ path, detail }) => ({ at: places.of(path), detail }))
  // What has no inconsistencies has the shape of a framework.
  return faults.length > 0 ? { kind: 'refused', faults } : { kind: 'read', framework: document as Framework }
}
