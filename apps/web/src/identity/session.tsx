import type { Account, SignUpMode } from '@prologue/contracts'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { createContext, useContext, type Accessor, type JSX } from 'solid-js'
import { api } from '../api.ts'
import { createFailure } from '../ui/createFailure.ts'

export type Session = {
  state: Accessor<'loading' | 'failed' | 'known'>
  /** Who is here, with an account or as a guest of one conversation; null while nobody is or nothing is known yet. */
  person: Accessor<Account | null>
  /** Who is signed in; null for guests, who have no account. */
  account: Accessor<Account | null>
  /** The server has no administrator yet. */
  canSetUp: Accessor<boolean>
  /** The server sends mail; else its administrators find what it would have sent. */
  mail: Accessor<boolean>
  /** Who makes an account. */
  signUp: Accessor<SignUpMode>
  /** What administrators tell everybody; empty: nothing. */
  announcement: Accessor<string>
  error: Accessor<unknown>
  retry: () => void
  /** Somebody signed in or out: all that was shown to the one before is forgotten. */
  changed: () => Promise<void>
}

const SessionContext = createContext<Session>()

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession stands outside SessionProvider')
  return session
}

/** Who is signed in, in the query cache. */
export const meKey = ['auth', 'me'] as const

export function SessionProvider(props: { children: JSX.Element }) {
  const queryClient = useQueryClient()
  // Read again each minute: pages without a connection hear of an announcement so.
  const me = useQuery(() => ({
    queryKey: meKey,
    queryFn: () => api.auth.me.query(),
    staleTime: 60_000,
    refetchInterval: 60_000,
  }))
  const failure = createFailure(me)
  // Once known it stays so, whatever a later reading meets: the page is not taken away because the server is.
  const known = () => (me.isPending ? undefined : me.data)

  const person = () => known()?.account ?? null

  const session: Session = {
    state: () => (known() ? 'known' : failure() ? 'failed' : 'loading'),
    person,
    account: () => (person()?.role === 'guest' ? null : person()),
    canSetUp: () => known()?.canSetUp ?? false,
    mail: () => known()?.mail ?? false,
    signUp: () => known()?.signUp ?? 'open',
    announcement: () => known()?.announcement ?? '',
    error: failure,
    retry: () => void me.refetch(),
    changed: async () => {
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'auth' })
      await queryClient.fetchQuery({ queryKey: meKey, queryFn: () => api.auth.me.query(), staleTime: 0 })
    },
  }
  return <SessionContext.Provider value={session}>{props.children}</SessionContext.Provider>
}
