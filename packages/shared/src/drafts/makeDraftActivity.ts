import type { Knex } from 'knex'
import type { Logger } from '../context.ts'

/** How long a draft that is written in is no news, after it was, in milliseconds. */
const quietFor = 60_000

type Heard = { onActive?: ((conversationId: string) => void) | undefined; logger?: Pick<Logger, 'warn'> | undefined }

/**
 * Keeps in conversations that their drafts are written in: at once, then at most once a minute each draft. Beside the commits, in
 * whose way it never is: what fails is warned of and kept with the next edit. `onActive` is told of each conversation it was kept of.
 */
export function makeDraftActivity(db: Knex, { onActive, logger }: Heard = {}) {
  const told = new Set<string>()

  async function tell(draftIds: readonly string[]): Promise<void> {
    const drafts = await db('drafts').whereIn('id', draftIds).select<{ conversationId: string }[]>('conversationId')
    const ids = drafts.map(({ conversationId }) => conversationId)
    const lastActivityAt = new Date()
    await db('conversations').whereIn('id', ids).where('lastActivityAt', '<', lastActivityAt).update({ lastActivityAt })
    for (const id of ids) onActive?.(id)
  }

  return (draftIds: readonly string[]): void => {
    const news = [...new Set(draftIds)].filter((id) => !told.has(id))
    if (news.length === 0) return
    const forget = () => news.forEach((id) => told.delete(id))
    for (const id of news) told.add(id)
    tell(news).then(
      () => void setTimeout(forget, quietFor).unref(),
      (error: unknown) => {
        forget()
        logger?.warn({ err: error, draftIds: news }, 'activity of drafts not kept; the next edit tries again')
      },
    )
  }
}
