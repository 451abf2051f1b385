import type { SaveSettings } from '@prologue/contracts'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { useConfirmed } from '../../identity/confirm.tsx'
import { meKey } from '../../identity/session.tsx'
import { useToasts } from '../../ui/Toasts.tsx'

const settingsKey = ['settings'] as const

export function createSettings() {
  return useQuery(() => ({ queryKey: settingsKey, queryFn: () => api.settings.get.query() }))
}

/** Saves what is named of the settings, and says so. */
export function createSaving() {
  const queryClient = useQueryClient()
  const confirmed = useConfirmed()
  const say = useToasts()
  return async (input: SaveSettings) => {
    await confirmed(() => api.settings.save.mutate(input))
    await Promise.all([settingsKey, meKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    say('Saved. It counts from now on.')
  }
}
