import type { Brief } from './schema.ts'

export function emptyBrief(): Brief {
  return {
    name: null,
    role: null,
    domain: null,
    task: null,
    audience: null,
    context: [],
    inputs: [],
    steps: [],
    do: [],
    dont: [],
    tone: [],
    language: null,
    length: null,
    output: null,
    examples: [],
    tools: [],
    fallback: null,
    escalation: null,
    safety: [],
    criteria: [],
    family: null,
  }
}

/** True where nothing at all was said; the family alone is no brief. */
export function isEmptyBrief(brief: Brief): boolean {
  return Object.entries(brief).every(
    ([slot, value]) => slot === 'family' || value === null || (Array.isArray(value) && value.length === 0),
  )
}
