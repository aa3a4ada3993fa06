import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compileContent } from './content/compile.ts'

/** Checks and compiles src/content. With --check nothing is written, and a difference to what is committed is a fault. */
const root = 'src/content'
const check = process.argv.includes('--check')
const { faults, files } = await compileContent(root)
if (faults !== '') {
  console.error(faults.replaceAll(/^/gm, `${root}/`))
  process.exit(1)
}
await mkdir(join(root, 'compiled'), { recursive: true })
const stale: string[] = []
for (const [file, text] of Object.entries(files)) {
  if (check && (await readFile(join(root, file), 'utf8').catch(() => '')) !== text) stale.push(file)
  if (!check) await writeFile(join(root, file), text)
}
if (stale.length > 0) {
  console.error(`${stale.join(', ')} do not say what the content says. Run npm run content and commit the result`)
  process.exit(1)
}
