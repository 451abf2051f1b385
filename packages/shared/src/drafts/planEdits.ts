import type { AppliedEdits, HeldReason, ProposedEdit } from '@prologue/contracts'
import {
  changeBeside,
  editLayout,
  lockedSections,
  readLayout,
  sectionMark,
  type Family,
  type Layout,
  type SectionEdit,
} from '@prologue/prompt-kit'
import { bodyIn, editedDespite } from './editedDespite.ts'
import type { Plan, Standing } from './plan.ts'

type Asked = {
  /** The draft as the model read it. */
  read: string
  /** Those of the same answer that were applied before, in the order of the answer. */
  done: readonly ProposedEdit[]
  edits: readonly (ProposedEdit & { id: string })[]
  /** What somebody has seen that holds them, and agreed to. */
  despite: readonly HeldReason[]
  family: Family
}

/**
 * What edits make of a draft, one after another. One whose section is locked, or says something else than the model read there and
 * this answer made of it, is held, unless that is in `despite`; then it changes what the model would have changed, and what people have
 * written in since stays. So is one after which any other section would be called or say something else: its words hold headings, or a
 * fence; that is looked at last, and told once the rest is agreed to.
 * Each state of the text is read once: what an edit costs does not grow with how many there are.
 */
export function planEdits(standing: Standing, { read, done, edits, despite, family }: Asked) {
  const after = (layout: Layout, edit: SectionEdit) => editLayout(layout, edit, family)
  const { before, known } = standing
  const byHand = new Set(known.flatMap(({ section, lock }) => (lock === null ? [] : [section])))
  const locked = lockedSections(before, known)
  const moved = new Set(standing.moved)
  const written = new Map(known.map(({ section, written: marks }) => [section, new Set(marks)]))
  const assistants = new Map<string, boolean>()
  const held: AppliedEdits['held'] = []
  const editIds: string[] = []
  let base = done.reduce(after, readLayout(read))
  let to = base.text === before ? base : readLayout(before)

  for (const edit of edits) {
    const { id, section, op } = edit
    const was = bodyIn(to, section)
    const isStale = was !== bodyIn(base, section)
    const because: HeldReason[] = []
    if (locked.has(section)) because.push('locked')
    if (isStale || moved.has(section)) because.push('stale')
    const isAgreed = () => because.every((reason) => despite.includes(reason))
    if (isAgreed()) {
      const next = isStale ? readLayout(editedDespite(to, base, edit, family)) : after(to, edit)
      const beside = changeBeside(to, next, section)
      const isTaken = (name: string) => locked.has(name) || byHand.has(name)
      const takes = beside?.own.some((name) => name !== section && isTaken(name))
      if (!beside || takes || beside.opening.some((name) => name === section || isTaken(name))) because.push('others')
      if (isAgreed()) {
        // The words of the opening are held by their new names, too.
        for (const name of beside?.opening ?? []) {
          assistants.delete(name)
          if (locked.has('opening')) locked.add(name)
          if (moved.has('opening')) moved.add(name)
        }
        // Once names have moved, what is known of them holds only where the same words stand.
        if (!beside) for (const name of assistants.keys()) if (bodyIn(next, name) !== bodyIn(to, name)) assistants.delete(name)
        base = base.text === to.text ? next : after(base, edit)
        to = next
        editIds.push(id)
        const wasTheirs = was === undefined || (assistants.get(section) ?? written.get(section)?.has(sectionMark(was)) ?? false)
        for (const name of beside?.own ?? []) {
          const isReplaced = op === 'replace' && bodyIn(to, name) === bodyIn(base, name)
          assistants.set(name, isReplaced || (wasTheirs && !isStale))
        }
        continue
      }
    }
    held.push({ editId: id, because })
  }

  const theirs = [...assistants].flatMap(([section, all]) => {
    const body = all ? bodyIn(to, section) : undefined
    return body === undefined ? [] : [[section, sectionMark(body)] as const]
  })
  return { to: to.text, held, written: new Map(theirs), editIds } satisfies Plan & { held: AppliedEdits['held'] }
}
