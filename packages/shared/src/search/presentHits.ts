import type { SearchHit } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import type { Term } from '../database/words/index.ts'
import { briefWords, Conversation, Prompt } from '../models/index.ts'
import { excerpt, mark } from './excerpt.ts'
import type { Hit } from './findHits.ts'
import { presentTemplates } from './presentTemplates.ts'
import type { Kind } from './sources.ts'

/** What is shown of hits, in their order. What was deleted since it was found is left out. */
export async function presentHits(ctx: Ctx, kind: Kind, hits: readonly Hit[], terms: readonly Term[]): Promise<SearchHit[]> {
  const ids = hits.map(({ id }) => id)
  const shown = new Map(await present[kind](ctx, ids, terms))
  return ids.flatMap((id) => shown.get(id) ?? [])
}

type Present = (ctx: Ctx, ids: string[], terms: readonly Term[]) => Promise<(readonly [string, SearchHit])[]>

const present: Record<Kind, Present> = {
  async templates(ctx, ids, terms) {
    const hits = await presentTemplates(ctx, ids, terms)
    return hits.map((hit) => [hit.template.id, { kind: 'template', ...hit }])
  },

  async conversations(ctx, ids, terms) {
    const conversations = await Conversation.with(ctx).findByIds(ids)
    return conversations.map(({ id, title, status, lastActivityAt, context }) => {
      const shown = { title: mark(title, terms), excerpt: excerpt(briefWords(context.brief), terms) }
      return [id, { kind: 'conversation', id, status, lastActivityAt, ...shown }]
    })
  },

  async prompts(ctx, ids, terms) {
    const prompts = await Prompt.with(ctx).findByIds(ids).select('id', 'conversationId', 'userInput', 'response', 'createdAt')
    const of = prompts.map(({ conversationId }) => conversationId)
    const conversations = await Conversation.with(ctx)
      .findByIds([...new Set(of)])
      .select('id', 'title')
    const titles = new Map(conversations.map(({ id, title }) => [id, title]))
    return prompts.map(({ id, conversationId, userInput, response, createdAt }) => {
      const asked = excerpt(userInput, terms)
      const shown = asked.ranges.length > 0 ? asked : excerpt(response, terms)
      const conversationTitle = titles.get(conversationId) ?? ''
      return [id, { kind: 'prompt', id, conversationId, conversationTitle, createdAt, excerpt: shown }]
    })
  },
}
