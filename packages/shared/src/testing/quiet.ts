import type { Logger } from '../context.ts'

/** Takes log lines and says nothing. */
export const quiet: Logger = { info() {}, warn() {}, error() {} }
