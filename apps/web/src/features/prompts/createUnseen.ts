import { createComputed, createMemo, createSignal, type Accessor } from 'solid-js'
import type { PromptLog } from './promptLog.ts'

/** How many exchanges came while one was reading further up. */
export function createUnseen(log: Accessor<PromptLog | undefined>, behind: Accessor<boolean>): Accessor<number> {
  const [seen, setSeen] = createSignal<ReadonlySet<string>>(new Set())
  createComputed(() => {
    const fresh = log()?.fresh ?? []
    if (!behind()) setSeen(new Set(fresh))
  })
  return createMemo(() => (log()?.fresh ?? []).filter((id) => !seen().has(id)).length)
}
