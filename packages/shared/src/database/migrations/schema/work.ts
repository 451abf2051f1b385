import { jobStatuses, limits, notificationKinds } from '@prologue/contracts'
import { reference, standardColumns, type Part } from './part.ts'

/** What the program has still to do, and to tell. */
export const work: Part = {
  title: 'Work and notices',
  tables: ['outbox', 'jobs', 'notifications', 'api_keys'],

  define: (knex, dialect) => [
    knex.schema.createTable('outbox', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      table.string('topic', 100).notNullable()
      columns.json(table, 'payload').notNullable()
      table.integer('attempts').unsigned().notNullable().defaultTo(0)
      columns.instant(table, 'due_at').notNullable()
      columns.instant(table, 'sent_at')
      table.index(['sent_at', 'due_at', 'id'])
    }),
    knex.schema.createTable('jobs', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      table.string('name', 100).notNullable()
      // Of one name and key there is one: a time it is due at, or what somebody asked for.
      table.string('once_key', 100).notNullable()
      columns.json(table, 'payload').notNullable()
      table.enu('status', [...jobStatuses]).notNullable()
      table.integer('attempts').unsigned().notNullable().defaultTo(0)
      columns.instant(table, 'due_at').notNullable()
      // Whoever runs it holds it until then; each attempt has a lease of its own.
      columns.uuid(table, 'lease')
      columns.instant(table, 'leased_until')
      columns.instant(table, 'began_at')
      columns.instant(table, 'ended_at')
      columns.json(table, 'result')
      table.string('failure', limits.jobFailure)
      table.unique(['name', 'once_key'])
      table.index(['status', 'due_at', 'id'])
      table.index(['name', 'created_at', 'id'])
    }),
    knex.schema.createTable('notifications', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'user_id', 'users', 'CASCADE').notNullable()
      table.enu('kind', [...notificationKinds]).notNullable()
      reference(dialect, table, 'conversation_id', 'conversations', 'CASCADE')
      reference(dialect, table, 'template_id', 'templates', 'CASCADE')
      // Who it comes from; null: the program, or somebody who is gone.
      reference(dialect, table, 'actor_id', 'users', 'SET NULL')
      columns.json(table, 'data').notNullable()
      columns.instant(table, 'read_at')
      table.index(['user_id', 'created_at', 'id'])
      table.index(['user_id', 'read_at'])
      table.index(['created_at', 'id'])
      table.index(['conversation_id'])
      table.index(['template_id'])
      table.index(['actor_id'])
    }),
    knex.schema.createTable('api_keys', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'user_id', 'users', 'CASCADE').notNullable()
      reference(dialect, table, 'organization_id', 'organizations', 'CASCADE')
      table.string('name', limits.name).notNullable()
      columns.digest(table, 'key_hash').notNullable()
      columns.json(table, 'scopes').notNullable()
      columns.instant(table, 'expires_at')
      columns.instant(table, 'last_used_at')
      columns.instant(table, 'revoked_at')
      table.unique(['key_hash'])
      table.index(['user_id'])
      table.index(['organization_id'])
    }),
  ],
}
