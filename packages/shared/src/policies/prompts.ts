import { promptAbilitySchema, roleMay, type PromptAbility } from '@prologue/contracts'
import type { Knex } from 'knex'
import type { Actor } from '../context.ts'
import { byRole, conversationRules, visibleConversations, type ConversationRow, type ConversationSight } from './conversations.ts'
import type { Rule } from './rule.ts'

/** A prompt with what else decides who sees it. */
type PromptSight = ConversationSight & { prompt: { deletedAt: Date | null } }

/** A prompt in a conversation the actor sees, with their role in it. */
export type PromptRow = ConversationRow & { prompt: { authorId: string } }

type DeletedRow = ConversationRow & { prompt: { authorId: string; deletedBy: string | null } }

const wrote = (actor: Actor, { prompt }: PromptRow) => actor.kind === 'user' && prompt.authorId === actor.userId

/** Who wrote a prompt deletes it, whatever their role is by now; so does who owns the conversation. */
const deletes: Rule<[PromptRow]> = (actor, row) => wrote(actor, row) || roleMay(row.role, 'prompt:delete-any')

/** What the owner took away its author does not bring back. */
const restores: Rule<[DeletedRow]> = (actor, row) =>
  (wrote(actor, row) && row.prompt.deletedBy === row.prompt.authorId) || roleMay(row.role, 'prompt:delete-any')

const sees: Rule<[PromptSight]> = (actor, { prompt, ...place }) =>
  prompt.deletedAt === null && conversationRules['conversation:read'](actor, place)

/** Who wrote a message changes it, as long as they may write there. */
const edits: Rule<[PromptRow]> = (actor, row) => wrote(actor, row) && byRole('prompt:create')(actor, row)

export const promptRules = {
  'prompt:read': sees,
  'prompt:create': byRole('prompt:create'),
  'prompt:stop': byRole('prompt:stop'),
  'prompt:rate': byRole('prompt:rate'),
  'prompt:choose': byRole('prompt:choose'),
  'prompt:react': byRole('prompt:react'),
  'prompt:edit': edits,
  'prompt:delete': deletes,
  'prompt:delete-any': byRole('prompt:delete-any'),
  'prompt:restore': restores,
}

export function abilitiesOnPrompt(actor: Actor, row: PromptRow): PromptAbility[] {
  return promptAbilitySchema.options.filter((ability) => promptRules[ability](actor, row) === true)
}

/** Of a query over `prompts` joined with their `conversations` only those the actor sees. */
export function visiblePrompts(query: Knex.QueryBuilder, actor: Actor): void {
  void query.whereNull('prompts.deletedAt')
  visibleConversations(query, actor)
}
