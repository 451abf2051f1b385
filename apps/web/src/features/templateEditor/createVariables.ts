import type { Variable } from '@prologue/prompt-kit'
import { createMemo, createSignal, type Accessor } from 'solid-js'
import { inOneLine } from './unfinished.ts'
import { judgeVariables, type JudgedVariables } from './judgeVariables.ts'
import { fieldsOf, recordOf, type VariableFields, type VariableRecord } from './variableFields.ts'

/** A declaration with a key that stays its own whatever it is called and wherever it stands. */
export type VariableRow = { key: string; fields: VariableFields }

export type Variables = {
  rows: Accessor<readonly VariableRow[]>
  records: Accessor<readonly VariableRecord[]>
  judged: Accessor<JudgedVariables>
  /** Each at the end; what is declared already stays as it is. Answers the keys of the new ones. */
  declare: (variables: readonly Pick<Variable, 'name'>[]) => readonly string[]
  change: (key: string, fields: Partial<VariableFields>) => void
  move: (key: string, by: 1 | -1) => void
  /** Answers what puts it back. */
  remove: (key: string) => () => void
  /** Puts a whole list in place of this one; what is the same keeps its key. */
  replace: (records: readonly VariableRecord[]) => void
}

/** The declarations of a template in the order in which a form asks for them. */
export function createVariables(begin: readonly VariableRecord[]): Variables {
  let last = 0
  const rowOf = (record: VariableRecord): VariableRow => ({ key: `variable-${++last}`, fields: fieldsOf(record) })
  const [rows, setRows] = createSignal<readonly VariableRow[]>(begin.map(rowOf))
  const records = createMemo(() => rows().map(({ fields }) => recordOf(fields)))
  const judged = createMemo(() => judgeVariables(records()))

  const at = (key: string) => rows().findIndex((row) => row.key === key)
  return {
    rows,
    records,
    judged,
    declare(variables) {
      const fresh = variables.filter(({ name }) => !rows().some(({ fields }) => fields.name === name)).map(rowOf)
      setRows([...rows(), ...fresh])
      return fresh.map(({ key }) => key)
    },
    change(key, fields) {
      setRows(rows().map((row) => (row.key === key ? { key, fields: { ...row.fields, ...fields } } : row)))
    },
    move(key, by) {
      const from = at(key)
      const row = rows()[from]
      if (row && rows()[from + by])
        setRows(
          rows()
            .toSpliced(from, 1)
            .toSpliced(from + by, 0, row),
        )
    },
    remove(key) {
      const initialFrom = at(key)
      const initialRow = rows()[initialFrom]
      setRows(rows().filter((one) => one.key !== key))
      return () => {
        if (initialRow && at(key) < 0) setRows(rows().toSpliced(initialFrom, 0, initialRow))
      }
    },
    replace(list) {
      const kept = new Map(rows().map((row) => [inOneLine(recordOf(row.fields)), row]))
      setRows(
        list.map((record) => {
          const row = rowOf(record)
          const key = inOneLine(recordOf(row.fields))
          const before = kept.get(key)
          kept.delete(key)
          return before ?? row
        }),
      )
    },
  }
}
