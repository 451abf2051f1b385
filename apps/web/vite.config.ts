import { defineConfig } from 'vitest/config'
import solid from 'vite-plugin-solid'
import { packAssets } from './packAssets.ts'

const api = 'http://127.0.0.1:3001'

export default defineConfig({
  plugins: [solid(), packAssets()],
  server: {
    port: 3000,
    proxy: {
      '/trpc': { target: api },
      '/socket.io': { target: api, ws: true },
    },
  },
  build: {
    target: 'es2023',
    // Fonts stay files of their own, so that the browser fetches only the ones a page uses.
    assetsInlineLimit: 0,
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
  },
})
