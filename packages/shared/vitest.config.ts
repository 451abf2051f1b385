import { defineConfig } from 'vitest/config'

/** Each suite makes databases of its own: on a busy machine that takes MySQL a while. */
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 120_000 } })
