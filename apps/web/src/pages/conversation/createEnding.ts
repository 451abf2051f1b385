import type { Account, Conversation } from '@prologue/contracts'
import { createEffect, type Accessor } from 'solid-js'
import type { Room } from '../../realtime/createRoom.ts'
import { roleDeeds } from '../../ui/roleWords.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import type { Ending } from './endings.ts'

/** Why the page is no longer live, null while it is. Whoever came by a link has lost their session with their place. */
export function createEnding(sources: {
  closed: Room['closed']
  signedOut: Accessor<boolean>
  account: Accessor<Account>
  /** Somebody leaves of their own will. */
  leaving: Accessor<boolean>
}): Accessor<Ending | null> {
  return () => {
    if (sources.leaving()) return null
    const closed = sources.closed()
    const guest = sources.account().role === 'guest'
    if (guest && (sources.signedOut() || closed === 'access-ended')) return 'visit-ended'
    return sources.signedOut() ? 'signed-out' : closed
  }
}

/** Says when one's own role becomes another while one is here. */
export function createRoleNews(conversation: Accessor<Pick<Conversation, 'id' | 'role'>>): void {
  const say = useToasts()
  createEffect((before: { id: string; role: Conversation['role'] } | undefined) => {
    const { id, role } = conversation()
    if (before?.id === id && before.role !== role) {
      say(
        role === 'owner'
          ? 'You are the owner now: you decide who is here.'
          : `Your role has changed: you can ${roleDeeds[role]} now.`,
      )
    }
    return { id, role }
  }, undefined)
}
