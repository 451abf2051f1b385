import { defineConfig } from 'vitest/config'

/** All unit, use-case and socket suites in one run. Real processes and databases need more time than functions. */
export default defineConfig({
  test: {
    projects: ['packages/{prompt-kit,collab,shared}', 'apps/*'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
