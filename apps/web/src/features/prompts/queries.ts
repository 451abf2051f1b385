import type { PromptPage } from '@prologue/contracts'
import { useQuery, type QueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { failedWith } from '../../failure.ts'
import { readAgain } from '../../queryClient.ts'
import { logOf, showsOther, withoutPrompt, withPrompt, type PromptLog } from './promptLog.ts'

export const promptKeys = {
  log: (conversationId: string) => ['prompts', conversationId] as const,
  /** Not under the log's: that one is changed in place. */
  lines: (conversationId: string) => ['system-lines', conversationId] as const,
}

export async function readPrompts(conversationId: string, place: { cursor?: string; around?: string }): Promise<PromptPage> {
  return api.prompts.list.query({ conversationId, ...place })
}

/** One page of the log, which then grows page by page; read anew, it begins again around `around`, or at its end. */
export function createPromptQuery(conversationId: () => string, around: () => string | null) {
  return useQuery(() => {
    const id = conversationId()
    return {
      queryKey: promptKeys.log(id),
      queryFn: async ({ client }): Promise<PromptLog> => {
        const place = around()
        // What has come while somebody reads further up is still to be seen.
        const fresh = () => client.getQueryData<PromptLog>(promptKeys.log(id))?.fresh ?? []
        try {
          return logOf(await readPrompts(id, place === null ? {} : { around: place }), { fresh: fresh() })
        } catch (error) {
          if (place === null || !failedWith(error, 'NOT_FOUND')) throw error
          return logOf(await readPrompts(id, {}), { fresh: fresh(), missing: place })
        }
      },
      // The room tells what changes, and entering it again reads all anew.
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }
  })
}

/** Changes what is known of a conversation's log, where anything is. */
export function changeLog(queryClient: QueryClient, conversationId: string, change: (log: PromptLog) => PromptLog): void {
  queryClient.setQueryData<PromptLog>(promptKeys.log(conversationId), (log) => log && change(log))
}

/**
 * Reads anew the one exchange that has changed. A reading of the log under way may have begun before the change and would put
 * the older state over it: then it is read once more after that.
 */
export async function refreshPrompt(queryClient: QueryClient, conversationId: string, promptId: string): Promise<void> {
  const log = queryClient.getQueryCache().find({ queryKey: promptKeys.log(conversationId) })
  const reading = log?.state.fetchStatus === 'fetching' ? log.promise : undefined
  await reading?.catch(() => {})
  try {
    const prompt = await api.prompts.get.query({ id: promptId })
    const known = queryClient.getQueryData<PromptLog>(promptKeys.log(conversationId))
    // Another answer to the same message is shown now, with all that came after that one.
    if (known && showsOther(known, prompt)) await readAgain(queryClient, promptKeys.log(conversationId))
    else changeLog(queryClient, conversationId, (log) => withPrompt(log, prompt))
  } catch (error) {
    if (failedWith(error, 'NOT_FOUND')) changeLog(queryClient, conversationId, (known) => withoutPrompt(known, promptId))
    // Whatever else it was: the log as a whole says so, and tries again.
    else await queryClient.invalidateQueries({ queryKey: promptKeys.log(conversationId) })
  }
}
