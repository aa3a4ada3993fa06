import { readdir } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import type { Framework } from '#domain/framework.ts'
import { Regime } from '#domain/regime.schema.ts'
import type { Source } from '#domain/module.ts'
import { compileDossiers } from './dossiers.ts'
import { compileFramework } from './framework.ts'
import { compileModule } from './module.ts'
import { checkLinks, type ReadModule } from './module-links.ts'
import { compileOrganisations } from './organisations.ts'
import { checkSkills, compilePaths } from './paths.ts'
import { checkPublished } from './published.ts'
import { checkQuestionVersions } from './question-versions.ts'
import { readYaml } from './read-yaml.ts'
import { readRecordings } from './recording.ts'
import { Report } from './report.ts'

export interface Compiled {
  /** What is wrong, in lines of `file:line: what`; empty when nothing is. */
  faults: string
  /** The texts to write, by file below the content folder; none when something is wrong. */
  files: Record<string, string>
  /** The versions that are not published yet, as folders below the content folder. */
  drafts: string[]
}

/** Checks all content below a folder and compiles it. Writes nothing. `pages` holds the files that are served as they are, recordings among them. */
export async function compileContent(root: string, pages = 'public'): Promise<Compiled> {
  const report = new Report()
  const read = (await readYaml(join(root, 'sources.yaml'), report)).value
  const sources = Array.isArray(read) ? (read as Source[]) : []
  const regimes: Regime[] = []
  for (const name of (await readdir(join(root, 'regimes'))).toSorted().toReversed()) {
    const { file, value } = await readYaml(join(root, 'regimes', name), report)
    const parsed = Regime.safeParse(value)
    if (parsed.success) regimes.push(parsed.data)
    else for (const { path, message } of parsed.error.issues) report.add(file, 1, `${path.map(String).join('.')}: ${message}`)
  }
  const recordings = await readRecordings(pages, report)
  const files: Record<string, string> = {}
  const modules: ReadModule[] = []
  for (const module of await readdir(join(root, 'modules'))) {
    for (const version of await readdir(join(root, 'modules', module))) {
      const made = await compileModule(join(root, 'modules', module, version), sources, regimes, recordings, report)
      files[`compiled/${module}.${version}.json`] = text(made?.compiled)
      if (made) modules.push(made.read)
    }
  }
  checkLinks(modules, report)
  checkQuestionVersions(modules, report)
  files['compiled/paths.json'] = text(await compilePaths(root, modules, report))
  const frameworks: Framework[] = []
  for (const version of await readdir(join(root, 'framework'))) {
    const framework = await compileFramework(join(root, 'framework', version), sources, report)
    files[`compiled/framework.${version}.json`] = text(framework)
    if (framework) frameworks.push(framework)
  }
  checkSkills(modules, frameworks.at(-1), report)
  files['compiled/modules.ts'] = listOf(Object.keys(files).filter((file) => /^compiled\/m\d+\./.test(file)))
  for (const version of await readdir(join(root, 'dossiers')))
    files[`compiled/dossiers.${version}.json`] = text(await compileDossiers(join(root, 'dossiers', version), frameworks, report))
  files['compiled/organisations.json'] = text(await compileOrganisations(join(root, 'organisations'), report))
  files['compiled/regimes.json'] = text(regimes)
  files['compiled/sources.json'] = text(sources)
  const drafts = await checkPublished(root, report)
  for (const fault of report.faults) fault.file = relative(root, fault.file)
  return { faults: report.text, files: report.faults.length > 0 ? {} : files, drafts }
}

type Regime = ReturnType<(typeof Regime)['parse']>
const text = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`

/** One list of every version of every module, in the order of their numbers, so that no list of them is kept by hand. */
function listOf(files: readonly string[]): string {
  const names = files.map((file) => basename(file, '.json')).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const imports = names.map((name) => `import ${name.replace('.', '')} from './${name}.json' with { type: 'json' }\n`)
  return `${imports.join('')}\nexport const modules: unknown[] = [${names.map((name) => name.replace('.', '')).join(', ')}]\n`
}
