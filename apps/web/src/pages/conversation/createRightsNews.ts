import type { Conversation } from '@prologue/contracts'
import { createEffect, createMemo, on, type Accessor } from 'solid-js'

/** Calls `onChange` when one's own role or the conversation's status becomes another: what may be done to each thing in it hangs on them. */
export function createRightsNews(conversation: Accessor<Pick<Conversation, 'role' | 'status'>>, onChange: () => void): void {
  const rights = createMemo(() => `${conversation().role} ${conversation().status}`)
  createEffect(on(rights, onChange, { defer: true }))
}
