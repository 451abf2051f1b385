import type { Variable } from '../variables/schema.ts'
import type { Finding } from './types.ts'

/** Whether what was found keeps a text with these declarations from being published. */
export function forbidsPublishing({ rule, severity }: Finding, variables: readonly Pick<Variable, 'name'>[]): boolean {
  // A text that declares nothing is no template: its braces mean nothing, and nothing about them can be wrong.
  const isLiteral = variables.length === 0 && (rule === 'tpl-syntax' || rule === 'var-undeclared')
  return severity === 'error' && !isLiteral
}
