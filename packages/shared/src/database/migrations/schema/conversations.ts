import {
  acts,
  conversationStatusSchema,
  editOps,
  editStates,
  limits,
  participantRoles,
  promptStatusSchema,
  shareRoleSchema,
} from '@prologue/contracts'
import { checkCounts, indexDeleted, reference, standardColumns, type Part } from './part.ts'
import { searchTable } from './templates.ts'

export const conversations: Part = {
  title: 'Conversations and prompts',
  tables: [
    'conversations',
    'conversation_shares',
    'conversation_participants',
    'prompts',
    'prompt_reactions',
    'prompt_edits',
    'model_usage_daily',
    'conversation_search',
    // Only where the index is a table of its own.
    'conversation_search_index',
    'prompt_search',
    // Only where the index is a table of its own.
    'prompt_search_index',
  ],

  define: (knex, dialect) => [
    knex.schema.createTable('conversations', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'owner_id', 'users', 'RESTRICT').notNullable()
      reference(dialect, table, 'organization_id', 'organizations', 'RESTRICT')
      table.string('title', limits.title).notNullable()
      table.enu('status', conversationStatusSchema.options).notNullable()
      columns.json(table, 'context').notNullable()
      columns.instant(table, 'last_activity_at').notNullable()
      table.integer('prompt_count').unsigned().notNullable().defaultTo(0)
      table.bigInteger('tokens_in').unsigned().notNullable().defaultTo(0)
      table.bigInteger('tokens_out').unsigned().notNullable().defaultTo(0)
      table.bigInteger('cost_micro_usd').unsigned().notNullable().defaultTo(0)
      table.integer('cost_unknown').unsigned().notNullable().defaultTo(0)
      columns.instant(table, 'deleted_at')
      checkCounts(table, 'conversations', ['prompt_count', 'tokens_in', 'tokens_out', 'cost_micro_usd', 'cost_unknown'])
      table.index(['owner_id', 'last_activity_at', 'id'])
      table.index(['organization_id'])
      table.index(['status', 'last_activity_at', 'id'])
      indexDeleted(knex, table)
    }),
    knex.schema.createTable('conversation_shares', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'conversation_id', 'conversations', 'CASCADE').notNullable()
      reference(dialect, table, 'created_by', 'users', 'CASCADE').notNullable()
      columns.digest(table, 'token_hash').notNullable()
      table.enu('role', shareRoleSchema.options).notNullable()
      columns.instant(table, 'expires_at')
      columns.instant(table, 'revoked_at')
      table.integer('max_uses').unsigned()
      table.integer('uses').unsigned().notNullable().defaultTo(0)
      // An invitation by mail is a link for one use, sent to one address.
      table.string('email', limits.email)
      columns.exact(table, 'email_canonical')
      checkCounts(table, 'conversation_shares', ['uses'])
      table.check('max_uses >= 1 and uses <= max_uses', [], 'conversation_shares_uses')
      table.unique(['token_hash'])
      table.index(['email_canonical'])
      table.index(['conversation_id', 'created_at'])
      table.index(['created_by'])
    }),
    knex.schema.createTable('conversation_participants', (table) => {
      standardColumns(table, dialect)
      reference(dialect, table, 'conversation_id', 'conversations', 'CASCADE').notNullable()
      reference(dialect, table, 'user_id', 'users', 'CASCADE').notNullable()
      reference(dialect, table, 'share_id', 'conversation_shares', 'SET NULL')
      reference(dialect, table, 'invited_by', 'users', 'SET NULL')
      table.enu('role', [...participantRoles]).notNullable()
      // Which of the cursor colours is theirs here.
      table.integer('colour').unsigned().notNullable()
      dialect.columns.instant(table, 'last_read_at')
      dialect.columns.instant(table, 'pinned_at')
      // The conversation's, kept by trigger: the dashboard walks them in this order.
      dialect.columns.instant(table, 'last_activity_at').notNullable()
      checkCounts(table, 'conversation_participants', ['colour'])
      table.unique(['conversation_id', 'user_id'])
      // With the role the dashboard reads no row of this table.
      table.index(['user_id', 'last_activity_at', 'conversation_id', 'role'], 'conversation_participants_user')
      // Few are pinned: where the database can, the index holds them alone.
      const predicate = knex.whereNotNull('pinned_at')
      table.index(['user_id', 'pinned_at', 'conversation_id'], 'conversation_participants_pinned', { predicate })
      table.index(['share_id'])
      table.index(['invited_by'])
    }),
    knex.schema.createTable('prompts', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'conversation_id', 'conversations', 'CASCADE').notNullable()
      reference(dialect, table, 'author_id', 'users', 'RESTRICT').notNullable()
      reference(dialect, table, 'template_version_id', 'template_versions', 'SET NULL')
      reference(dialect, table, 'parent_prompt_id', 'prompts', 'SET NULL')
      // All answers to one message have the id of the first, and keep it when that is gone. No reference: it would be lost then.
      columns.uuid(table, 'message_id')
      table
        .enu('act', [...acts])
        .notNullable()
        .defaultTo('generate')
      columns.longText(table, 'user_input').notNullable()
      columns.longText(table, 'system_prompt').notNullable()
      columns.longText(table, 'response').notNullable()
      table.string('provider', limits.provider).notNullable()
      table.string('model', limits.model).notNullable()
      table.string('model_version', limits.model)
      columns.json(table, 'parameters').notNullable()
      table.enu('status', promptStatusSchema.options).notNullable()
      table.string('status_reason', 500)
      reference(dialect, table, 'stopped_by', 'users', 'SET NULL')
      table.integer('response_time_ms').unsigned()
      table.integer('first_token_ms').unsigned()
      table.integer('tokens_in').unsigned()
      table.integer('tokens_cached').unsigned()
      table.integer('tokens_out').unsigned()
      table.bigInteger('cost_micro_usd').unsigned()
      // Whose budget the answer of a model counts against, and with how much: while it is written, with what it may cost.
      reference(dialect, table, 'payer_id', 'users', 'SET NULL')
      table.bigInteger('charged_micro_usd').unsigned()
      table.integer('rating')
      table.string('feedback', limits.review)
      columns.json(table, 'metadata').notNullable()
      // Of the answers to one message the one that is shown, and with it what came after it.
      table.boolean('chosen').notNullable().defaultTo(true)
      columns.instant(table, 'edited_at')
      columns.instant(table, 'deleted_at')
      reference(dialect, table, 'deleted_by', 'users', 'SET NULL')
      // Unknown is null, and a check that answers null holds.
      const counts = ['response_time_ms', 'first_token_ms', 'tokens_in', 'tokens_out', 'cost_micro_usd', 'charged_micro_usd']
      checkCounts(table, 'prompts', counts)
      table.check('tokens_cached between 0 and tokens_in', [], 'prompts_tokens_cached')
      table.check('rating between 1 and 5', [], 'prompts_rating_range')
      table.index(['conversation_id', 'created_at', 'id'])
      table.index(['author_id', 'created_at'])
      table.index(['payer_id', 'created_at'])
      table.index(['template_version_id'])
      table.index(['parent_prompt_id'])
      // Few messages are answered twice; an index in which nearly all rows are alike is not read.
      table.index(['message_id'], undefined, { predicate: knex.whereNotNull('message_id') })
      table.index(['deleted_by'])
      table.index(['stopped_by'])
      table.index(['status'])
      table.index(['created_at', 'id'])
      indexDeleted(knex, table)
    }),
    knex.schema.createTable('prompt_reactions', (table) => {
      standardColumns(table, dialect)
      reference(dialect, table, 'prompt_id', 'prompts', 'CASCADE').notNullable()
      reference(dialect, table, 'user_id', 'users', 'CASCADE').notNullable()
      dialect.columns.exact(table, 'emoji').notNullable()
      table.unique(['prompt_id', 'user_id', 'emoji'])
      table.index(['user_id'])
    }),
    knex.schema.createTable('prompt_edits', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'prompt_id', 'prompts', 'CASCADE').notNullable()
      table.integer('position').unsigned().notNullable()
      table.string('section', limits.section).notNullable()
      table.enu('op', [...editOps]).notNullable()
      columns.longText(table, 'text').notNullable()
      table.enu('state', [...editStates]).notNullable()
      reference(dialect, table, 'decided_by', 'users', 'SET NULL')
      columns.instant(table, 'decided_at')
      checkCounts(table, 'prompt_edits', ['position'])
      table.unique(['prompt_id', 'position'])
      table.index(['decided_by'])
    }),
    // A counter a day and model: the key is what is counted.
    knex.schema.createTable('model_usage_daily', (table) => {
      dialect.columns.day(table, 'day').notNullable()
      table.string('provider', 50).notNullable()
      table.string('model', 100).notNullable()
      const counts = ['prompts', 'failed', 'tokens_in', 'tokens_out', 'cost_micro_usd', 'cost_unknown', 'response_time_ms']
      for (const count of counts) table.bigInteger(count).unsigned().notNullable().defaultTo(0)
      checkCounts(table, 'model_usage_daily', counts)
      table.primary(['day', 'provider', 'model'])
    }),
    ...searchTable(knex, dialect, 'conversation'),
    ...searchTable(knex, dialect, 'prompt'),
  ],
}
