import { fieldsOf, recordOf, type VariableRecord } from './variableFields.ts'

/** What is written of a template: its variables may be incomplete. */
export type Unfinished = {
  content: string
  variables: readonly VariableRecord[]
  settings: Readonly<Record<string, unknown>>
}

type Told = { content: string; variables: readonly object[]; settings: object }

/** A draft or a version as it stands in the fields of the editor. */
export function unfinishedOf({ content, variables, settings }: Told): Unfinished {
  return { content, variables: variables.map((variable) => recordOf(fieldsOf({ ...variable }))), settings: { ...settings } }
}

export function sameText(one: Unfinished, other: Unfinished): boolean {
  return one.content === other.content && sameBeside(one, other)
}

/** Whether all but the text is the same. */
export function sameBeside(one: Unfinished, other: Unfinished): boolean {
  return inOneLine(one.variables) === inOneLine(other.variables) && inOneLine(one.settings) === inOneLine(other.settings)
}

/** As text that does not depend on the order of keys, which no database keeps. */
export function inOneLine(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  })
}
