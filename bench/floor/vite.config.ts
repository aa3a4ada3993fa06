import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from '../../scripts/compress-plugin.ts'

export default defineConfig({
  plugins: [react(), compressed()],
  build: {
    outDir: '../../dist/floor',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
  },
})
