import { cpSync, existsSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { defineConfig } from 'vite'
import manifest from './package.json' with { type: 'json' }

const page = join(import.meta.dirname, '../web/dist')

/** The workspace's own packages go into the bundle; published ones are installed beside it. */
export default defineConfig({
  build: {
    ssr: 'src/prologue.ts',
    target: 'node26',
    outDir: 'dist',
    emptyOutDir: true,
    rolldownOptions: { external: [...builtinModules, ...Object.keys(manifest.dependencies)] },
  },
  ssr: { noExternal: true },
  plugins: [
    {
      name: 'page',
      closeBundle() {
        if (existsSync(page)) cpSync(page, join(import.meta.dirname, 'dist/web'), { recursive: true })
      },
    },
  ],
})
