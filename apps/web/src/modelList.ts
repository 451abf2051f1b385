import type { Model } from '@prologue/contracts'
import { useQuery } from '@tanstack/solid-query'
import { createMemo, type Accessor } from 'solid-js'
import { api } from './api.ts'
import { chosenModel } from './ui/chosenModel.ts'

export const modelsKey = ['models'] as const

/** The models that can be asked, for all who show or choose them. */
export function createModelList(enabled: () => boolean) {
  return useQuery(() => ({
    queryKey: modelsKey,
    queryFn: () => api.models.list.query(),
    enabled: enabled(),
    staleTime: 60_000,
  }))
}

/** What is known of the model that somebody chose for their exchanges; undefined where there is none, or it is offered no more. */
export function createChosenModel(personId: () => string): Accessor<Model | undefined> {
  const list = createModelList(() => true)
  const chosen = createMemo(() => chosenModel(personId())())
  return createMemo(() => {
    const choice = chosen()
    if (!choice || list.isPending) return undefined
    return list.data?.items.find((one) => one.providerId === choice.providerId && one.model === choice.model)
  })
}
