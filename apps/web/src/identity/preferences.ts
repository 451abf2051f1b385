import type { OwnAccount, Preferences } from '@prologue/contracts'
import { useQueryClient } from '@tanstack/solid-query'
import { api } from '../api.ts'
import { ownAccountKey } from './ownAccount.ts'

/**
 * Changes some of the account's preferences, on the page at once, and then on the server.
 * @throws what the server refused it with; the page then shows again what it had.
 */
export function createPreferenceChange(): (change: (before: Preferences) => Preferences) => Promise<void> {
  const queryClient = useQueryClient()
  return async (change) => {
    const before = queryClient.getQueryData<OwnAccount>(ownAccountKey)
    if (!before) return
    const preferences = change(before.preferences)
    // A reading under way would bring the old ones back.
    await queryClient.cancelQueries({ queryKey: ownAccountKey })
    queryClient.setQueryData<OwnAccount>(ownAccountKey, { ...before, preferences })
    try {
      await api.account.setPreferences.mutate({ preferences })
    } catch (error) {
      queryClient.setQueryData<OwnAccount>(ownAccountKey, before)
      throw error
    }
  }
}
