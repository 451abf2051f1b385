import { variableSchema, variablesSchema, type Variable } from '@prologue/prompt-kit'
import type { VariableRecord } from './variableFields.ts'

/** What is wrong with fields of one declaration, in sentences. */
export type FieldFaults = Readonly<Record<string, string>>

export type JudgedVariables = {
  /** Those that are complete, each name once. */
  complete: readonly Variable[]
  /** By name, for the checker: what is not complete yet stands there as a text, so that its name is not said to be undeclared. */
  known: readonly Variable[]
  /** By the place in the list; nothing for what is complete. */
  faults: ReadonlyMap<number, FieldFaults>
}

/** Tells complete declarations from those that are not. */
export function judgeVariables(records: readonly VariableRecord[]): JudgedVariables {
  const faults = new Map<number, Record<string, string>>()
  for (const { path, message } of variablesSchema.safeParse(records).error?.issues ?? []) {
    const [index, field] = path
    if (typeof index !== 'number') continue
    const found = faults.get(index) ?? {}
    found[String(field ?? 'name')] ??= message
    faults.set(index, found)
  }
  const complete: Variable[] = []
  const known: Variable[] = []
  for (const [index, record] of records.entries()) {
    const variable =
      variableSchema.safeParse(record).data ?? variableSchema.safeParse({ name: record['name'], type: 'text' }).data
    if (!variable || known.some(({ name }) => name === variable.name)) continue
    known.push(variable)
    if (!faults.has(index)) complete.push(variable)
  }
  return { complete, known, faults }
}
