import type { SearchInput, SearchSort, TemplateSort } from '@prologue/contracts'
import type { Knex } from 'knex'
import type { Actor } from '../context.ts'
import { visibleConversations, visiblePrompts, visibleTemplates } from '../policies/index.ts'

export type Kind = SearchInput['kind']
export type Order = Exclude<SearchSort, 'relevance'>

/** Where rows of a kind and their words stand. */
export type Source = {
  /** The table of words, and the column that holds whose they are. */
  table: string
  key: string
  owners: string
  /** What each order sorts by, from the most on. */
  orders: Partial<Record<Order, string>>
  /** SQL of what comes first among rows that answer a search as well as each other: a whole number below `factor`. */
  tieBreak: { factor: number; column: string }
  /** Leaves in a query over the owners those that may be found, as the actor sees them. */
  visible(query: Knex.QueryBuilder, actor: Actor): void
}

const templateOrders = {
  'best-rated': 'templates.ratingScore',
  'most-used': 'templates.usageCount',
  trending: 'templates.trendingScore',
  newest: 'templates.listedAt',
} as const satisfies Record<TemplateSort, string>

export const sources: Record<Kind, Source> = {
  templates: {
    table: 'template_search',
    key: 'templateId',
    owners: 'templates',
    orders: templateOrders,
    // Millionths of a star.
    tieBreak: { factor: 10_000_000, column: 'templates.rating_score' },
    visible: visibleTemplates,
  },
  conversations: {
    table: 'conversation_search',
    key: 'conversationId',
    owners: 'conversations',
    tieBreak: { factor: 1, column: '0' },
    orders: { newest: 'conversations.lastActivityAt' },
    visible: visibleConversations,
  },
  prompts: {
    table: 'prompt_search',
    key: 'promptId',
    owners: 'prompts',
    tieBreak: { factor: 1, column: '0' },
    orders: { newest: 'prompts.createdAt' },
    visible(query, actor) {
      void query.join('conversations', 'conversations.id', 'prompts.conversationId')
      // An answer in place of which another is shown leads nowhere.
      void query.where('prompts.chosen', true)
      visiblePrompts(query, actor)
    },
  },
}

export const kinds = ['templates', 'conversations', 'prompts'] as const satisfies Kind[]
