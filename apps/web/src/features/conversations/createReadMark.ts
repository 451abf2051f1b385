import type { Conversation } from '@prologue/contracts'
import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, type Accessor } from 'solid-js'
import { api } from '../../api.ts'
import { createAttention } from '../../ui/createAttention.ts'
import { changeShown } from './changeShown.ts'

/** What has come in a conversation is read while somebody looks at it: its messages are in view, and the window is in front. */
export function createReadMark(conversation: Accessor<Conversation>, inView: Accessor<boolean>): void {
  const queryClient = useQueryClient()
  const attentive = createAttention()

  const mark = async (id: string, readThrough: Date) => {
    changeShown(queryClient, id, { unread: 0 })
    await api.conversations.markRead.mutate({ id, readThrough })
  }
  createEffect(() => {
    const { id, unread, lastActivityAt } = conversation()
    if (unread === 0 || !inView() || !attentive()) return
    // Until the last message that is shown; one that comes meanwhile is not read yet. What fails is tried with the next.
    mark(id, lastActivityAt).catch(() => {})
  })
}
