import type { ConversationStatus, ConversationSummary } from '@prologue/contracts'
import { useLocation, useNavigate } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { changeShown, type Change } from './changeShown.ts'
import { conversationKeys } from './queries.ts'
import { statusWords } from './statusWords.ts'

/** What the acts need to know of a conversation. */
export type ActedOn = Pick<ConversationSummary, 'id' | 'title' | 'status' | 'abilities' | 'unread' | 'pinned'>

type Named = Pick<ActedOn, 'id' | 'title'>

/** What can be done with a conversation from its menu. It shows at once, and is taken back where the server refuses. */
export function createConversationActs() {
  const queryClient = useQueryClient()
  const say = useToasts()
  const navigate = useNavigate()
  const location = useLocation()
  const readAgain = () => void queryClient.invalidateQueries({ queryKey: conversationKeys.all })

  /** Shows `change`, does `work`, says `done`; answers whether it went well. */
  async function attempt(id: string, change: Change | null, work: () => Promise<unknown>) {
    try {
      // What is being read now may be from before.
      await queryClient.cancelQueries({ queryKey: conversationKeys.all })
      if (change !== null) changeShown(queryClient, id, change)
      await work()
      return true
    } catch (error) {
      say(describeFailure(error), { tone: 'bad' })
      return false
    } finally {
      readAgain()
    }
  }

  /** Where it stood `before` is where Undo puts it; null offers none. */
  async function setStatus({ id, title }: Named, status: ConversationStatus, before: ConversationStatus | null) {
    if (!(await attempt(id, { status }, () => api.conversations.setStatus.mutate({ id, status })))) return
    const { word } = statusWords[status]
    if (before === null) return say(`“${title}” is ${word} again.`)
    say(`“${title}” is ${word}.`, { action: { label: 'Undo', run: () => void setStatus({ id, title }, before, null) } })
  }

  async function remove({ id, title }: Named) {
    const open = location.pathname === `/c/${id}`
    if (!(await attempt(id, 'gone', () => api.conversations.delete.mutate({ id })))) return
    const undo = async () => {
      if (!(await attempt(id, null, () => api.conversations.restore.mutate({ id })))) return
      say(`“${title}” is back.`)
      if (open) navigate(`/c/${id}`)
    }
    say(`“${title}” is deleted.`, { action: { label: 'Undo', run: () => void undo() } })
    if (open) navigate('/')
  }

  async function duplicate({ id, title }: Named) {
    await attempt(id, null, async () => {
      const copy = await api.conversations.duplicate.mutate({ id })
      say(`“${title}” is copied.`, { action: { label: 'Open the copy', run: () => navigate(`/c/${copy.id}`) } })
    })
  }

  return {
    setStatus: (conversation: ActedOn, status: ConversationStatus) => setStatus(conversation, status, conversation.status),
    remove,
    duplicate,
    pin: ({ id }: Named, pinned: boolean) => attempt(id, { pinned }, () => api.conversations.pin.mutate({ id, pinned })),
    markRead: ({ id }: Named) => attempt(id, { unread: 0 }, () => api.conversations.markRead.mutate({ id })),
  }
}
