import { applyEdits, minimalEdits, rebaseEdits } from '@prologue/prompt-kit'
import { inOneLine, type Unfinished } from './unfinished.ts'
import type { VariableRecord } from './variableFields.ts'

/** What was changed between `from` and `mine`, carried out on `theirs`, which came from the same beginning. */
export function mergeUnfinished(from: Unfinished, mine: Unfinished, theirs: Unfinished): Unfinished {
  const edits = rebaseEdits(minimalEdits(from.content, mine.content), minimalEdits(from.content, theirs.content))
  const isChanged = inOneLine(from.settings) !== inOneLine(mine.settings)
  return {
    content: applyEdits(theirs.content, edits),
    variables: mergeVariables(from.variables, mine.variables, theirs.variables),
    settings: isChanged ? mine.settings : theirs.settings,
  }
}

const named = (list: readonly VariableRecord[]) => new Map(list.map((record) => [record['name'], record]))

function mergeVariables(
  from: readonly VariableRecord[],
  mine: readonly VariableRecord[],
  theirs: readonly VariableRecord[],
): readonly VariableRecord[] {
  const [before, now] = [named(from), named(mine)]
  const isChanged = (record: VariableRecord) => inOneLine(before.get(record['name'])) !== inOneLine(record)
  const kept = theirs
    // What was taken away here goes, unless it was changed there.
    .filter((record) => now.has(record['name']) || !before.has(record['name']) || isChanged(record))
    .map((record) => {
      const own = now.get(record['name'])
      return own && isChanged(own) ? own : record
    })
  const there = named(kept)
  return [...kept, ...mine.filter((record) => !there.has(record['name']) && isChanged(record))]
}
