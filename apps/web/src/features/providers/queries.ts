import type { ModelPrice, Provider, SaveProvider } from '@prologue/contracts'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { useConfirmed } from '../../identity/confirm.tsx'
import { modelsKey } from '../../modelList.ts'
import { moved } from './moved.ts'
import type { SaveModelPrice } from './priceFields.ts'

const providersKey = ['providers'] as const
const pricesKey = ['modelPrices'] as const

export function createProviderList() {
  // Rows stay what they are when they are read again: what has the focus keeps it.
  return useQuery(() => ({ queryKey: providersKey, queryFn: () => api.providers.list.query(), reconcile: 'id' }))
}

export function createProviderActs() {
  const queryClient = useQueryClient()
  const confirmed = useConfirmed()
  const then = async <T>(act: Promise<T>) => {
    try {
      return await act
    } finally {
      // Where it was refused, somebody else may have changed them: the list shows what. What people can choose has changed with it.
      await queryClient.invalidateQueries({ queryKey: providersKey })
      await queryClient.invalidateQueries({ queryKey: modelsKey })
    }
  }
  return {
    save: (input: SaveProvider) => then(confirmed(() => api.providers.save.mutate(input))),
    remove: (id: string) => then(confirmed(() => api.providers.delete.mutate({ id }))),
    test: (id: string, model: string) => api.providers.test.mutate({ id, model }),
    /** Shown at once: whoever presses again means the new place. */
    async move(id: string, by: 1 | -1) {
      await queryClient.cancelQueries({ queryKey: providersKey })
      const next = moved(queryClient.getQueryData<Provider[]>(providersKey) ?? [], id, by)
      queryClient.setQueryData<Provider[]>(providersKey, next)
      const ids = next.filter(({ fromEnvironment }) => !fromEnvironment).map((provider) => provider.id)
      await then(api.providers.order.mutate({ ids }))
    },
  }
}

export function createPriceList() {
  return useQuery(() => ({ queryKey: pricesKey, queryFn: () => api.providers.prices.query(), reconcile: 'id' }))
}

export function createPriceActs() {
  const queryClient = useQueryClient()
  const then = async (act: Promise<unknown>) => {
    try {
      await act
    } finally {
      await queryClient.invalidateQueries({ queryKey: pricesKey })
      await queryClient.invalidateQueries({ queryKey: modelsKey })
    }
  }
  return {
    save: (input: SaveModelPrice) => then(api.providers.savePrice.mutate(input)),
    remove: ({ id }: ModelPrice) => then(api.providers.deletePrice.mutate({ id })),
  }
}
