import type { Conversation } from '@prologue/contracts'
import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, type Accessor } from 'solid-js'
import { api } from '../../api.ts'
import { createAttention } from '../../ui/createAttention.ts'
import { changeShown } from './changeShown.ts'

/**
 * What has come in a conversation is read while somebody looks at it: its messages are in view, and the window is in front. The
 * mark follows all that happens there, once each, also what leaves nothing unread: what is behind it is never counted again.
 */
export function createReadMark(conversation: Accessor<Conversation>, inView: Accessor<boolean>): void {
  const queryClient = useQueryClient()
  const attentive = createAttention()

  let marked = ''

  const mark = async (id: string, unread: number, readThrough: Date) => {
    if (unread > 0) changeShown(queryClient, id, { unread: 0 })
    await api.conversations.markRead.mutate({ id, readThrough })
  }
  createEffect(() => {
    const { id, unread, lastActivityAt } = conversation()
    if (!inView() || !attentive()) return
    const until = `${id} ${lastActivityAt.getTime()}`
    if (unread === 0 && marked === until) return
    marked = until
    // Until the last message that is shown; one that comes meanwhile is not read yet. What fails is tried with the next.
    mark(id, unread, lastActivityAt).catch(() => {})
  })
}
