import type { Interview } from '../models/index.ts'

/** How the questions of a conversation stand at its beginning. */
export const noneAsked: Interview = { asked: 0, skipped: {} }
