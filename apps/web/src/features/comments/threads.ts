import type { Comment } from '@prologue/contracts'
import type { Range } from '../../editor/anchors.ts'

/** A comment and what was answered to it. */
export type Thread = { id: string; start: Comment; answers: Comment[] }

export type ThreadGroups = {
  /** In the order of the text. */
  inText: Thread[]
  /** On the draft as a whole. */
  onAll: Thread[]
  /** The words they were put on are gone. */
  lost: Thread[]
  /** The one settled last first. */
  resolved: Thread[]
}

export function toThreads(items: readonly Comment[]): Thread[] {
  const threads = new Map<string, Thread>()
  for (const item of items) if (item.parentId === null) threads.set(item.id, { id: item.id, start: item, answers: [] })
  for (const item of items) if (item.parentId !== null) threads.get(item.parentId)?.answers.push(item)
  return [...threads.values()]
}

/** `ranges` is where the anchored ones stand now. */
export function groupThreads(threads: readonly Thread[], ranges: ReadonlyMap<string, Range>): ThreadGroups {
  const open = threads.filter(({ start }) => start.resolved === null)
  const from = ({ id }: Thread) => ranges.get(id)?.from ?? 0
  return {
    inText: open.filter(({ id }) => ranges.has(id)).toSorted((one, other) => from(one) - from(other)),
    onAll: open.filter(({ start }) => start.anchor === null),
    lost: open.filter(({ id, start }) => start.anchor !== null && !ranges.has(id)),
    resolved: threads.filter(({ start }) => start.resolved !== null).toSorted((one, other) => settledAt(other) - settledAt(one)),
  }
}

const settledAt = ({ start }: Thread) => start.resolved?.at.getTime() ?? 0
