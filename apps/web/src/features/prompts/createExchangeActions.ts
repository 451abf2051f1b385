import type { Act, ModelChoice, Prompt } from '@prologue/contracts'
import { useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { pathTo } from '../../links.ts'
import { copyText } from '../../ui/copyText.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { withoutPrompt, withPrompt } from './promptLog.ts'
import { changeLog, refreshPrompt } from './queries.ts'

/** What goes with a message: what is asked for and of whom, which question it answers or passes over, which words go where. */
export type SendOptions = {
  act?: Act
  model?: ModelChoice | undefined
  answers?: string | undefined
  skips?: string
  files?: { words: string; slot: string }
  language?: string | undefined
}

export type ExchangeActions = ReturnType<typeof createExchangeActions>

/** What people do with the exchanges of a conversation. What fails is said in a corner; what was deleted can be brought back there. */
export function createExchangeActions(conversationId: () => string) {
  const queryClient = useQueryClient()
  const say = useToasts()
  const show = (prompt: Prompt) => changeLog(queryClient, prompt.conversationId, (log) => withPrompt(log, prompt))
  const saying = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      say(describeFailure(error), { tone: 'bad' })
    }
  }
  const succeeding = async (work: () => Promise<unknown>): Promise<boolean> => {
    let done = false
    await saying(async () => {
      await work()
      done = true
    })
    return done
  }
  const restore = (prompt: Prompt) =>
    saying(async () => {
      await api.prompts.restore.mutate({ id: prompt.id })
      await refreshPrompt(queryClient, prompt.conversationId, prompt.id)
    })
  return {
    send: async (input: string, options: SendOptions) =>
      show(await api.prompts.send.mutate({ conversationId: conversationId(), input, ...given(options) })),
    /** Whether there is another answer now, or will be. */
    regenerate: (id: string, model: ModelChoice | undefined) =>
      succeeding(() => api.prompts.regenerate.mutate({ id, ...(model && { model }) })),
    choose: (id: string) => succeeding(() => api.prompts.choose.mutate({ id })),
    /** Whether it was saved. */
    rate: (id: string, rating: number | null, feedback: string | null) =>
      succeeding(async () => show(await api.prompts.rate.mutate({ id, rating, feedback }))),
    refresh: (id: string) => refreshPrompt(queryClient, conversationId(), id),
    stop: (id: string) => saying(async () => show(await api.prompts.stop.mutate({ id }))),
    edit: async (id: string, input: string) => show(await api.prompts.edit.mutate({ id, input })),
    react: (id: string, emoji: string, on: boolean) =>
      saying(async () => show(await api.prompts.react.mutate({ id, emoji, on }))),
    delete: (prompt: Prompt) =>
      saying(async () => {
        await api.prompts.delete.mutate({ id: prompt.id })
        changeLog(queryClient, prompt.conversationId, (log) => withoutPrompt(log, prompt.id))
        say('Message deleted, with its answer.', { action: { label: 'Undo', run: () => void restore(prompt) } })
      }),
    copyLink: async (prompt: Prompt) => {
      if (await copyText(window.location.origin + pathTo(prompt.conversationId, 'message', prompt.id)))
        say('Link to the message copied.')
      else say('The browser did not allow copying. Open the message and copy the address by hand.', { tone: 'bad' })
    },
  }
}

/** Without what is not there. */
function given({ act, model, answers, skips, files, language }: SendOptions) {
  return {
    ...(act && { act }),
    ...(model && { model }),
    ...(answers !== undefined && { answers }),
    ...(skips !== undefined && { skips }),
    ...(files && { files }),
    ...(language !== undefined && { language }),
  }
}
