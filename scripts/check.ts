import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Everything that has to hold before a change lands, in the order that fails soonest. Installs the browser when the machine has none. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 24 && !(major === 22 && minor >= 22)) {
  console.error(`Node ${process.versions.node} is too old: run this through npm, which uses the Node that came with the install.`)
  process.exit(1)
}

const steps: [string, string[]][] = [
  ['types', ['tsc', '-p', '.']],
  ['lint', ['oxlint', '--type-aware', '--deny-warnings']],
  ['format', ['oxfmt', '--check', 'src', 'mocks', 'e2e', 'scripts', 'bench']],
  ['content', ['node', 'scripts/content.ts', '--check']],
  ['contract', ['node', 'scripts/contract.ts', '--check']],
  ['unused code', ['knip']],
  ['unit, API and page tests', ['vitest', 'run']],
  ['build of the product', ['vite', 'build', '--mode', 'real', '--logLevel', 'warn']],
  ['build of what draws its pages', ['vite', 'build', '--mode', 'drawing', '--logLevel', 'warn']],
  ['build of the mock', ['vite', 'build', '--mode', 'mock', '--logLevel', 'warn']],
  ['build of the floor', ['vite', 'build', 'bench/floor', '--logLevel', 'warn']],
  ['bytes', ['node', 'scripts/bytes.ts']],
  ['journeys', ['playwright', 'test']],
]

if (
  !['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', process.env['CHROMIUM'] ?? ''].some(
    (path) => path && existsSync(path),
  )
) {
  run('browser', ['sh', '-c', 'apt-get update && apt-get install -y chromium'])
}

const took: string[] = []
for (const [name, command] of steps) {
  const began = performance.now()
  run(name, command)
  took.push(`${name} ${((performance.now() - began) / 1000).toFixed(0)} s`)
}
console.log(`\nAll is well. ${took.join(', ')}`)

function run(name: string, [program = '', ...given]: string[]): void {
  console.log(`\n== ${name}`)
  const { status } = spawnSync(program, given, { stdio: 'inherit' })
  if (status === 0) return
  console.error(`\n${name} failed: ${[program, ...given].join(' ')}`)
  process.exit(status ?? 1)
}
