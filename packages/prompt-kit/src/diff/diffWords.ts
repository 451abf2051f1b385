import { minimalEdits } from './minimalEdits.ts'

export type DiffPart = { kind: 'same' | 'removed' | 'added'; text: string }

/** The difference as it is shown: the `same` and `removed` parts make up `before`, the `same` and `added` ones `after`. */
export function diffWords(before: string, after: string): DiffPart[] {
  const parts: DiffPart[] = []
  const push = (kind: DiffPart['kind'], text: string) => {
    if (text !== '') parts.push({ kind, text })
  }
  let at = 0
  for (const edit of minimalEdits(before, after)) {
    push('same', before.slice(at, edit.index))
    push('removed', before.slice(edit.index, edit.index + edit.remove))
    push('added', edit.insert)
    at = edit.index + edit.remove
  }
  push('same', before.slice(at))
  return parts
}
