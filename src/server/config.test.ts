import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { addressOf } from './client-address.ts'
import { readConfig } from './config.ts'

test('with nothing set, it is a SQLite file on one’s own machine that sends no mail', () => {
  expect(readConfig({})).toMatchObject({
    port: 4000,
    origin: 'http://localhost:4000',
    database: { kind: 'sqlite', file: 'data/panel-pool.sqlite' },
    filesFolder: 'data/files',
    scanCommand: null,
    smtp: null,
    demo: null,
  })
})

test('a demonstration has files of its own and answers this machine alone, unless it is told otherwise', () => {
  expect(readConfig({ DEMO: 'ordinary-week' })).toMatchObject({
    host: '127.0.0.1',
    database: { kind: 'sqlite', file: 'data/demo.sqlite' },
    filesFolder: 'data/demo-files',
  })
  expect(readConfig({ DEMO: 'ordinary-week', HOST: '0.0.0.0', DATABASE_FILE: 'elsewhere.sqlite' })).toMatchObject({
    host: '0.0.0.0',
    database: { kind: 'sqlite', file: 'elsewhere.sqlite' },
  })
  expect(readConfig({}).host).toBe('0.0.0.0')
})

test('in development the server takes changes from where the pages are, and checks its replies', async () => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> }
  const [server = ''] = (scripts['dev:real'] ?? '').split(' & ')
  const env = Object.fromEntries([...server.matchAll(/([A-Z_]+)=(\S+)/g)].map(([, name, value]) => [name, value]))
  const port = /server: \{ port: (\d+)/.exec(await readFile('vite.config.ts', 'utf8'))?.[1]
  expect(readConfig(env)).toMatchObject({ origin: `http://localhost:${port}`, checkReplies: true, demo: 'ordinary-week' })
})

test.each([
  [{ PORT: 'eighty' }, /PORT is a whole number/],
  [{ SITE_ORIGIN: 'pool.example.org' }, /SITE_ORIGIN is the address people use/],
  [{ SITE_ORIGIN: 'https://pool.example.org/path' }, /without a path/],
  [{ DATABASE_URL: 'mysql://host/name' }, /DATABASE_URL is the address of a PostgreSQL database/],
  [{ SMTP_URL: 'smtp://mail.example.org' }, /MAIL_FROM/],
  [{ TRUST_PROXY: '-1' }, /TRUST_PROXY/],
  [{ FILES_FOLDER: 'dist/real/files' }, /FILES_FOLDER .* cannot lie in/],
])('%o is refused with what to write instead', (env, words) => {
  expect(() => readConfig(env)).toThrow(words)
})

const from = (forwarded: string) => ({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '10.0.0.1' } }) as never

test('behind no proxy, what a request says of its own address counts for nothing', () => {
  expect(addressOf(from('203.0.113.9'), 0)).toBe('10.0.0.1')
})

test('behind one proxy, the address is what that proxy wrote, not what the sender wrote before it', () => {
  expect(addressOf(from('198.51.100.7, 203.0.113.9'), 1)).toBe('203.0.113.9')
})
