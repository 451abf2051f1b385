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
    rolldownOptions: {
      external: [...builtinModules, ...Object.keys(manifest.dependencies)],
      // All in one folder: what a module finds beside itself does not depend on how it was cut.
      output: { chunkFileNames: '[name].js' },
    },
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
