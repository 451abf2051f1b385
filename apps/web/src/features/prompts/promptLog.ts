import type { Prompt, PromptPage } from '@prologue/contracts'

/** What is known of a conversation's exchanges: a piece of its history without gaps, in the order it happened. */
export type PromptLog = {
  items: readonly Prompt[]
  /** Where to read on to older ones; null at the beginning. */
  older: string | null
  /** Where to read on to newer ones; null at the end. */
  newer: string | null
  /** What came or changed meanwhile beyond the piece that was read. */
  apart: readonly Prompt[]
  /** Those that came while one was here, by their ids. */
  fresh: readonly string[]
  /** What the log was to be read around, where that is not there (any more). */
  missing: string | null
}

const byTime = (one: Prompt, other: Prompt) =>
  one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : Number(one.id > other.id))

export function logOf(
  { items, nextCursor, previousCursor }: PromptPage,
  { fresh = [], missing = null }: Partial<Pick<PromptLog, 'fresh' | 'missing'>> = {},
): PromptLog {
  return { items, older: nextCursor, newer: previousCursor, apart: [], fresh, missing }
}

/**
 * The log with `prompt` in it: in place of what it was, where it belongs, or apart where nothing around it was read. An answer
 * that has ended is never written again: who says that it is being written, says it late, and is not heard.
 */
export function withPrompt(log: PromptLog, prompt: Prompt): PromptLog {
  const isLate = (one: Prompt) => prompt.status === 'pending' && one.status !== 'pending'
  const replace = (known: readonly Prompt[]) => known.map((one) => (one.id === prompt.id && !isLate(one) ? prompt : one))
  if (has(log.items, prompt)) return { ...log, items: replace(log.items) }
  if (has(log.apart, prompt)) return { ...log, apart: replace(log.apart) }
  const apart = [...log.apart, prompt].toSorted(byTime)
  const [first, last] = [log.items[0], log.items.at(-1)]
  if (!last || byTime(last, prompt) < 0) {
    const fresh = [...log.fresh, prompt.id]
    return log.newer === null ? { ...log, fresh, items: [...log.items, prompt] } : { ...log, fresh, apart }
  }
  if (first && log.older !== null && byTime(prompt, first) < 0) return { ...log, apart }
  return { ...log, items: [...log.items, prompt].toSorted(byTime) }
}

export function withoutPrompt(log: PromptLog, id: string): PromptLog {
  const others = (known: readonly Prompt[]) => known.filter((one) => one.id !== id)
  return { ...log, items: others(log.items), apart: others(log.apart), fresh: log.fresh.filter((one) => one !== id) }
}

/** The log with one more page at its beginning or end. What has changed since the page was asked for stands apart, and counts. */
export function withPage(log: PromptLog, side: 'older' | 'newer', page: PromptPage): PromptLog {
  const known = new Set(log.items.map(({ id }) => id))
  const changed = new Map(log.apart.map((item) => [item.id, item]))
  const added = page.items.filter(({ id }) => !known.has(id)).map((item) => changed.get(item.id) ?? item)
  const merge = (items: readonly Prompt[]) => ({ items, apart: log.apart.filter((item) => !has(items, item)) })
  if (side === 'older') return { ...log, older: page.nextCursor, ...merge([...added, ...log.items]) }
  const merged = merge([...log.items, ...added])
  if (page.previousCursor !== null) return { ...log, newer: page.previousCursor, ...merged }
  const last = merged.items.at(-1)
  const came = merged.apart.filter((item) => !last || byTime(last, item) < 0)
  return { ...log, newer: null, ...merge([...merged.items, ...came]) }
}

/** The answer that is being written, as far as it is known here. */
export function runningIn({ items, apart }: PromptLog): Prompt | undefined {
  return [...items, ...apart].findLast(({ status }) => status === 'pending')
}

/** Whether the log shows another answer to the message that `prompt` answers. */
export function showsOther(log: PromptLog, { id, branches }: Prompt): boolean {
  return [...log.items, ...log.apart].some((one) => one.id !== id && branches.includes(one.id))
}

function has(prompts: readonly Prompt[], { id }: Prompt): boolean {
  return prompts.some((one) => one.id === id)
}
