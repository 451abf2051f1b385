import type { Rule } from './types.ts'

/** The one rule that `checkAll` alone carries out. */
export const secret: Omit<Rule, 'find'> = {
  name: 'secret',
  severity: 'error',
  certainty: 'heuristic',
  why: 'Whoever uses the prompt, and every model it is sent to, can use what it opens; once out, it must be replaced.',
  source: 'https://github.com/secretlint/secretlint',
}
