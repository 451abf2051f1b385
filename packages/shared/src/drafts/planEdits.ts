import type { AppliedEdits, HeldReason, ProposedEdit } from '@prologue/contracts'
import { applyEdits, applySectionEdit, lockedSections, markSections, type Family, type SectionEdit } from '@prologue/prompt-kit'
import { changeOver } from './changeOver.ts'
import { movedSections } from './movedSections.ts'
import type { Plan, Standing } from './plan.ts'

type Asked = {
  /** The draft as the model read it. */
  read: string
  /** Those of the same answer that were applied before, in the order of the answer. */
  done: readonly ProposedEdit[]
  edits: readonly (ProposedEdit & { id: string })[]
  despite: boolean
  family: Family
}

/**
 * What edits make of a draft, one after another. One whose section is locked, or says something else than the model read there and
 * this answer made of it, is held, unless `despite`; then it changes what the model would have changed, and what people have written
 * in since stays.
 */
export function planEdits(standing: Standing, { read, done, edits, despite, family }: Asked) {
  const after = (text: string, edit: SectionEdit) => applySectionEdit(text, edit, family)?.text ?? text
  const { before, known } = standing
  const locked = lockedSections(before, known)
  const moved = movedSections(standing)
  const written = new Map(known.map(({ section, written: marks }) => [section, new Set(marks)]))
  const assistants = new Map<string, boolean>()
  const held: AppliedEdits['held'] = []
  const editIds: string[] = []
  let base = done.reduce(after, read)
  let to = before

  for (const edit of edits) {
    const { id, section, op } = edit
    const was = markSections(to).get(section)
    const isStale = was !== markSections(base).get(section)
    const because: HeldReason | null = locked.has(section) ? 'locked' : isStale || moved.has(section) ? 'stale' : null
    if (because !== null && !despite) {
      held.push({ editId: id, because })
      continue
    }
    const next = after(base, edit)
    to = isStale ? applyEdits(to, changeOver(base, next)(to)) : after(to, edit)
    base = next
    editIds.push(id)
    const isReplaced = op === 'replace' && markSections(to).get(section) === markSections(base).get(section)
    const wasTheirs = was === undefined || (assistants.get(section) ?? written.get(section)?.has(was) ?? false)
    assistants.set(section, isReplaced || (wasTheirs && !isStale))
  }

  const marks = markSections(to)
  const theirs = [...assistants].flatMap(([section, all]) => {
    const mark = marks.get(section)
    return all && mark !== undefined ? [[section, mark] as const] : []
  })
  return { to, held, written: new Map(theirs), editIds } satisfies Plan & { held: AppliedEdits['held'] }
}
