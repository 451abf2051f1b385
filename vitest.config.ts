import { defineConfig } from 'vitest/config'

/** All unit, use-case and socket suites in one run. How long each may take stands in its own package. */
export default defineConfig({ test: { projects: ['packages/{prompt-kit,collab,shared}', 'apps/*'] } })
