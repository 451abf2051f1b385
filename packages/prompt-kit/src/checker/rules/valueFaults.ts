import { fillValues } from '../../variables/values.ts'
import type { PromptText } from '../document/readText.ts'
import type { CheckInput, Hit } from '../types.ts'

/** What is wrong with those values it is tried with that `concerns` picks; a template that is only written or published has none. */
export function valueFaults(
  text: PromptText,
  { variables, context: { values } }: CheckInput,
  concerns: (value: unknown) => boolean,
): Hit[] {
  const filled = values === null ? null : fillValues(variables, values)
  if (values === null || filled === null || filled.ok) return []
  return filled.faults.filter(({ name }) => concerns(values[name])).map(({ name, message }) => hitOf(text, name, message))
}

/** Something wrong with a variable, at the first place of it. */
export function hitOf({ uses, text }: PromptText, name: string, message: string): Hit {
  const range = uses.find((use) => use.name === name)?.range ?? { start: text.length, end: text.length }
  return { range, message: `"${name}": ${message}`, variable: name }
}
