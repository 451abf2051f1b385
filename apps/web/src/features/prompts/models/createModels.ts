import type { Model, ModelChoice } from '@prologue/contracts'
import { useQueryClient } from '@tanstack/solid-query'
import { createMemo, type Accessor } from 'solid-js'
import { createModelList, modelsKey } from '../../../modelList.ts'
import { chooseModel, chosenModel } from '../../../ui/chosenModel.ts'

export type Models = ReturnType<typeof createModels>

/** One model among all, as a word for menus; '' stands for the composer. */
export const choiceKey = ({ providerId, model }: ModelChoice) => `${providerId}\n${model}`

export const choiceOf = ({ providerId, model }: ModelChoice): ModelChoice => ({ providerId, model })

/** The models that can be asked, and the one chosen here: remembered by person, and passed over while it is not offered. */
export function createModels(personId: string, mayConnect: Accessor<boolean>) {
  const queryClient = useQueryClient()
  const query = createModelList(() => true)
  const kept = chosenModel(personId)
  const list = createMemo(() => (query.isPending ? undefined : query.data))
  const find = (key: string) => list()?.items.find((model) => choiceKey(model) === key)
  const chosen = createMemo(() => {
    const choice = kept()
    return choice ? find(choiceKey(choice)) : undefined
  })
  return {
    list,
    find,
    failed: () => list() === undefined && query.isError,
    again: () => void query.refetch(),
    /** What was spent has changed. */
    outdate: () => void queryClient.invalidateQueries({ queryKey: modelsKey }),
    /** Undefined: the composer. */
    chosen,
    /** Who answers what needs a model: the chosen one, else the first. */
    able: (): Model | undefined => chosen() ?? list()?.items[0],
    choose: (key: string) => {
      const model = find(key)
      chooseModel(personId, model ? choiceOf(model) : null)
    },
    /** Whether this person can connect one. */
    mayConnect,
  }
}
