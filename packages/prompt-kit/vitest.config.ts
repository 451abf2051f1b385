import { defineConfig } from 'vitest/config'

/** Some suites try thousands of texts: on a busy machine that takes a while. */
export default defineConfig({ test: { testTimeout: 60_000 } })
