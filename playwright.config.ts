import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** Debian's browser: Playwright's own cannot be fetched everywhere. CHROMIUM names another. */
const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
)
const only = process.env['API']
const port = Number(process.env['MOCK_PORT'] ?? 4173)

export default defineConfig<{ home: 'mock' | 'real'; database: 'sqlite' | 'postgres' }>({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env['CI'],
  // A shared machine may be too busy for one of three hundred once: it is run again, and the report names it. What fails twice fails.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: process.env['CI'] ? 'line' : 'list',
  globalSetup: './e2e/make-worlds.ts',
  use: {
    viewport: { width: 1280, height: 900 },
    actionTimeout: 30_000,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      chromiumSandbox: false,
      args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'],
    },
  },
  projects: [
    { name: 'mock', use: { home: 'mock', baseURL: `http://localhost:${port}` } },
    { name: 'real', use: { home: 'real' } },
    // What people come to do first, over the other database too; the API's own tests cover the rest of it.
    { name: 'postgres', testMatch: /(coordinator|administrator)\.e2e\.ts/, use: { home: 'real', database: 'postgres' } },
  ].filter(({ name }) => !only || name === only) as never,
  webServer: {
    command: `vite preview --mode mock --outDir dist/mock --port ${port} --strictPort`,
    url: `http://localhost:${port}/favicon.svg`,
    reuseExistingServer: !process.env['CI'],
  },
})
