import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import solid from 'vite-plugin-solid'
import { firstChunk } from './firstChunk.ts'
import { packAssets } from './packAssets.ts'

const api = 'http://127.0.0.1:3001'

export default defineConfig({
  plugins: [solid(), packAssets()],
  server: {
    port: 3000,
    proxy: {
      '/trpc': { target: api },
      '/api': { target: api },
      '/socket.io': { target: api, ws: true },
    },
  },
  // What a worker seldom needs is fetched when it is needed.
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: firstChunk(join(import.meta.dirname, 'src/main.tsx')) },
            // Cut by what pages share it would be a dozen files of a kilobyte.
            { name: 'contracts', test: /\/packages\/contracts\/|\/node_modules\/zod\// },
          ],
        },
      },
    },
    // Tells the server what each page needs.
    manifest: true,
    // Fonts stay files of their own, so that the browser fetches only the ones a page uses.
    assetsInlineLimit: 0,
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
  },
})
