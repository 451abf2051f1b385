import { AppError } from '@prologue/contracts'

type Judged<Done> = { done: Done[]; refused: { id: string; message: string }[] }

/**
 * Does `work` for each id by itself, so that what is refused for one is done for the others. It answers null where nothing was to
 * be done.
 * @throws AppError the first refusal where nothing was done for any
 */
export async function judgeEach<Done>(ids: readonly string[], work: (id: string) => Promise<Done | null>): Promise<Judged<Done>> {
  const done: Done[] = []
  const refusals: { id: string; error: AppError }[] = []
  for (const id of ids) {
    try {
      const result = await work(id)
      if (result !== null) done.push(result)
    } catch (error) {
      // After the database has failed, who asks must not be told that all went well.
      if (!(error instanceof AppError)) throw error
      refusals.push({ id, error })
    }
  }
  const [first] = refusals
  if (first && refusals.length === ids.length) throw first.error
  return { done, refused: refusals.map(({ id, error }) => ({ id, message: error.message })) }
}
