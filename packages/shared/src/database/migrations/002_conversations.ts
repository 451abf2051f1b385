import { conversationStatusSchema, limits, participantRoles, promptStatusSchema, shareRoleSchema } from '@prologue/contracts'
import { standardColumns, type Migration } from './migration.ts'

export const conversations: Migration = {
  name: '002_conversations',
  tables: ['conversations', 'conversation_shares', 'conversation_participants', 'prompts'],

  async up(knex, dialect) {
    const { columns } = dialect
    await knex.schema.createTable('conversations', (table) => {
      standardColumns(table, dialect)
      columns.uuid(table, 'owner_id').notNullable().references('users.id').onDelete('RESTRICT')
      table.string('title', limits.title).notNullable()
      table.enu('status', conversationStatusSchema.options).notNullable()
      columns.json(table, 'context').notNullable()
      columns.instant(table, 'last_activity_at').notNullable()
      columns.instant(table, 'deleted_at')
      table.index(['owner_id'])
      table.index(['status', 'last_activity_at', 'id'])
    })
    await knex.schema.createTable('conversation_shares', (table) => {
      standardColumns(table, dialect)
      columns.uuid(table, 'conversation_id').notNullable().references('conversations.id').onDelete('CASCADE')
      columns.uuid(table, 'created_by').notNullable().references('users.id').onDelete('CASCADE')
      columns.digest(table, 'token_hash').notNullable()
      table.enu('role', shareRoleSchema.options).notNullable()
      columns.instant(table, 'expires_at')
      columns.instant(table, 'revoked_at')
      table.unique(['token_hash'])
      table.index(['conversation_id', 'created_at'])
      table.index(['created_by'])
    })
    await knex.schema.createTable('conversation_participants', (table) => {
      standardColumns(table, dialect)
      columns.uuid(table, 'conversation_id').notNullable().references('conversations.id').onDelete('CASCADE')
      columns.uuid(table, 'user_id').notNullable().references('users.id').onDelete('CASCADE')
      columns.uuid(table, 'share_id').references('conversation_shares.id').onDelete('SET NULL')
      table.enu('role', [...participantRoles]).notNullable()
      table.unique(['conversation_id', 'user_id'])
      table.index(['user_id', 'conversation_id'])
      table.index(['share_id'])
    })
    await knex.schema.createTable('prompts', (table) => {
      standardColumns(table, dialect)
      columns.uuid(table, 'conversation_id').notNullable().references('conversations.id').onDelete('CASCADE')
      columns.uuid(table, 'author_id').notNullable().references('users.id').onDelete('RESTRICT')
      columns.longText(table, 'user_input').notNullable()
      columns.longText(table, 'system_prompt').notNullable()
      columns.longText(table, 'response').notNullable()
      table.string('provider', 50).notNullable()
      table.string('model', 100).notNullable()
      columns.json(table, 'parameters').notNullable()
      table.enu('status', promptStatusSchema.options).notNullable()
      table.string('status_reason', 500)
      table.integer('response_time_ms').unsigned()
      table.integer('first_token_ms').unsigned()
      table.integer('tokens_in').unsigned()
      table.integer('tokens_out').unsigned()
      table.bigInteger('cost_micro_usd')
      columns.json(table, 'metadata').notNullable()
      columns.instant(table, 'deleted_at')
      table.index(['conversation_id', 'created_at', 'id'])
      table.index(['author_id'])
      table.index(['status'])
    })
  },

  async down(knex) {
    for (const table of ['prompts', 'conversation_participants', 'conversation_shares', 'conversations']) {
      await knex.schema.dropTableIfExists(table)
    }
  },
}
