import type { ModelChoice } from '@prologue/contracts'
import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createMemo, type Accessor } from 'solid-js'
import { createModelList, modelsKey } from '../../../modelList.ts'
import { chooseModel, chosenModel } from '../../../ui/chosenModel.ts'
import { useToasts } from '../../../ui/Toasts.tsx'

export type Models = ReturnType<typeof createModels>

/** One model among all, as a word for menus; '' stands for the composer. */
export const choiceKey = ({ providerId, model }: ModelChoice) => `${providerId}\n${model}`

export const choiceOf = ({ providerId, model }: ModelChoice): ModelChoice => ({ providerId, model })

/**
 * The models that can be asked, and the one chosen here, remembered by person. While it is not known what is offered the choice
 * stands, for the server to judge; one that is offered no longer is given up, and that is said.
 */
export function createModels(personId: string, mayConnect: Accessor<boolean>) {
  const queryClient = useQueryClient()
  const say = useToasts()
  const query = createModelList(() => true)
  const kept = chosenModel(personId)
  const list = createMemo(() => (query.isPending ? undefined : query.data))
  const find = (key: string) => list()?.items.find((model) => choiceKey(model) === key)
  const choice = (): ModelChoice | undefined => kept() ?? undefined
  createEffect(() => {
    const one = choice()
    if (!one || !list() || find(choiceKey(one))) return
    chooseModel(personId, null)
    say(`${one.model} is offered no longer. The composer answers until you choose another model.`)
  })
  return {
    list,
    find,
    failed: () => list() === undefined && query.isError,
    again: () => void query.refetch(),
    /** What was spent has changed. */
    outdate: () => void queryClient.invalidateQueries({ queryKey: modelsKey }),
    /** Who is asked; undefined: the composer. */
    choice,
    /** Who answers what needs a model: the chosen one, else the first. */
    able: (): ModelChoice | undefined => choice() ?? list()?.items[0],
    choose: (key: string) => {
      const model = find(key)
      chooseModel(personId, model ? choiceOf(model) : null)
    },
    /** Whether this person can connect one. */
    mayConnect,
  }
}
