import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { defineConfig } from 'vite'
import { compressed } from './scripts/compress-plugin.ts'

/** The mock keeps its database from visit to visit; a change to the migrations, the worlds or the content starts it anew. */
function seedHash(): string {
  const hash = createHash('sha256')
  for (const folder of ['src/api/migrations', 'mocks/worlds', 'src/content/compiled'])
    for (const file of readdirSync(folder).toSorted()) hash.update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 12)
}

/**
 * `--mode real` builds the pages alone, for the server. Every other mode carries the whole API in a worker, so that it needs nothing but a browser.
 */
export default defineConfig(({ mode, command }) => {
  const mock = mode !== 'real'
  return {
    plugins: [react(), mock ? msw({ mode: 'worker-only' }) : [], compressed()],
    define: {
      'import.meta.env.VITE_API': JSON.stringify(mock ? 'mock' : 'real'),
      ...(mock ? { __SEED__: JSON.stringify(seedHash()), __BUILD__: JSON.stringify(command === 'serve' ? String(Date.now()) : '') } : {}),
    },
    css: { lightningcss: { errorRecovery: true }, preprocessorOptions: { scss: { quietDeps: true } } },
    build: {
      outDir: mock ? 'dist/mock' : 'dist/real',
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      manifest: true,
    },
    worker: { format: 'es' },
    optimizeDeps: { entries: ['index.html', 'mocks/api.shared-worker.ts'], exclude: ['@sqlite.org/sqlite-wasm'] },
    server: { port: 5173, proxy: mock ? {} : { '/api': process.env['API_ADDRESS'] ?? 'http://localhost:4000' } },
    preview: { port: 4173 },
  }
})
