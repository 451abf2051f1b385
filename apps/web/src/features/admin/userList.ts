import { accountRoleSchema, accountStates, type AccountRole, type ListUsers } from '@prologue/contracts'
import { useInfiniteQuery, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { useConfirmed } from '../../identity/confirm.tsx'
import { paged } from '../../paged.ts'

const usersKey = ['admin', 'users'] as const

/** Which accounts are looked for: all of it stands in the address. */
export type UserChoice = Pick<ListUsers, 'search' | 'role' | 'state'>

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** What an address chooses; what it says that nobody could choose is left out. */
export function readUserChoice({ q, role, state }: Query): UserChoice {
  const search = typeof q === 'string' ? q.trim() : ''
  const known = accountRoleSchema.safeParse(role)
  const found = accountStates.find((one) => one === state)
  return { ...(search && { search }), ...(known.success && { role: known.data }), ...(found && { state: found }) }
}

export function createUserList(choice: () => UserChoice) {
  return useInfiniteQuery(() => {
    const wanted = choice()
    return {
      queryKey: [...usersKey, wanted],
      ...paged((from) => api.users.list.query({ ...wanted, ...from })),
      // Rows stay what they are when they are read again: what has the focus keeps it.
      reconcile: 'id',
    }
  })
}

/** What an administrator does to an account. Each asks for a proof of who is there where it is due, and ends once the list is read again. */
export function createUserCalls() {
  const queryClient = useQueryClient()
  const confirmed = useConfirmed()
  const call = async (work: () => Promise<void>) => {
    await confirmed(work)
    await queryClient.invalidateQueries({ queryKey: usersKey })
  }
  return {
    lock: (id: string, reason: string) => call(() => api.users.lock.mutate({ id, reason })),
    unlock: (id: string) => call(() => api.users.unlock.mutate({ id })),
    endSessions: (id: string) => call(() => api.users.endSessions.mutate({ id })),
    sendReset: (id: string) => call(() => api.users.sendReset.mutate({ id })),
    disableTwoFactor: (id: string) => call(() => api.users.disableTwoFactor.mutate({ id })),
    setRole: (id: string, role: AccountRole) => call(() => api.users.setRole.mutate({ id, role })),
    remove: (id: string) => call(() => api.users.delete.mutate({ id })),
    restore: (id: string) => call(() => api.users.restore.mutate({ id })),
    erase: (id: string) => call(() => api.users.erase.mutate({ id })),
  }
}
