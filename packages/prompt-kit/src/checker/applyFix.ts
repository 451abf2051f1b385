import { applyEdits } from '../diff/applyEdits.ts'
import type { Variable } from '../variables/schema.ts'
import type { Fix } from './types.ts'

/** A text and the variables declared beside it. */
export type Declared = { text: string; variables: readonly Variable[] }

/** Carries out a fix on the very text and declarations that it was found in. What is declared already stays as it is. */
export function applyFix({ text, variables }: Declared, { edits, declare = [], undeclare = [] }: Fix): Declared {
  const kept = variables.filter(({ name }) => !undeclare.includes(name))
  const fresh = declare.filter(({ name }) => !kept.some((each) => each.name === name))
  return { text: applyEdits(text, edits), variables: [...kept, ...fresh] }
}
