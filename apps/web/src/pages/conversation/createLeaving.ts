import type { Conversation } from '@prologue/contracts'
import { useNavigate } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, type Accessor } from 'solid-js'
import { api } from '../../api.ts'
import { conversationKeys } from '../../features/conversations/queries.ts'
import { useSession } from '../../identity/session.tsx'
import { useToasts } from '../../ui/Toasts.tsx'

/** Gives up one's place in a conversation and goes to the start, nothing of it being kept; with it a guest gives up all there is of them. */
export function createLeaving(conversation: Accessor<Pick<Conversation, 'id' | 'title'>>) {
  const session = useSession()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const say = useToasts()
  const [busy, setBusy] = createSignal(false)

  const leave = async () => {
    const { id, title } = conversation()
    const guest = session.account() === null
    setBusy(true)
    try {
      await api.participants.leave.mutate({ conversationId: id })
    } catch (error) {
      setBusy(false)
      throw error
    }
    // Going back leads to what was before, not to a place given up.
    navigate('/', { replace: true })
    say(`You left “${title}”.`)
    // With the last place of a guest their session ended.
    if (guest) await session.changed()
    else {
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey.includes(id) })
      await queryClient.invalidateQueries({ queryKey: conversationKeys.lists })
    }
  }
  return { busy, leave }
}
