import type { ShareRole } from '@prologue/contracts'
import { useQuery } from '@tanstack/solid-query'
import { api } from '../../api.ts'

/** For less the server is not asked: too many names begin so. */
export const fewestLetters = 2

/** Accounts whose name, or a word in it, begins so. */
export function createPeopleSearch(search: () => string) {
  return useQuery(() => ({
    queryKey: ['people', 'search', search()] as const,
    queryFn: () => api.people.search.query({ search: search() }),
    enabled: search().length >= fewestLetters,
    staleTime: 60_000,
  }))
}

export type Invited = { userId: string } | { email: string }

export type PeopleActions = ReturnType<typeof createPeopleActions>

/** `onChanged` brings the page up to date, whatever came of it. */
export function createPeopleActions(conversationId: () => string, onChanged: () => Promise<void>) {
  const then = async <T>(call: Promise<T>): Promise<T> => {
    try {
      return await call
    } finally {
      await onChanged()
    }
  }
  const here = (userId: string) => ({ conversationId: conversationId(), userId })
  return {
    invite: (whom: Invited, role: ShareRole) =>
      then(api.participants.invite.mutate({ conversationId: conversationId(), role, ...whom })),
    setRole: (userId: string, role: ShareRole) => then(api.participants.setRole.mutate({ ...here(userId), role })),
    remove: (userId: string) => then(api.participants.remove.mutate(here(userId))),
    handOver: (userId: string) => then(api.participants.handOver.mutate(here(userId))),
  }
}
