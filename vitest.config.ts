import { defineConfig } from 'vitest/config'
import react from '@vitejs/plugin-react'

export default defineConfig({
  plugins: [react()],
  define: { 'import.meta.env.VITE_API': JSON.stringify('real') },
  test: {
    include: ['{src,mocks,scripts}/**/*.test.{ts,tsx}'],
    globalSetup: ['src/testing/global-setup.ts'],
    setupFiles: ['src/testing/set-up.ts'],
    restoreMocks: true,
    css: false,
    // Page tests and those over PostgreSQL take a while on a busy machine; none asserts a time.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // As for the journeys: what a busy machine was too slow for is run again and named; what fails twice fails.
    retry: process.env['CI'] ? 1 : 0,
  },
})
