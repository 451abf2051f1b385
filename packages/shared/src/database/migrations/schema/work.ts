import { alertKinds, dataExportStates, jobStatuses, limits, mailStatuses, notificationKinds } from '@prologue/contracts'
import { checkCounts, reference, standardColumns, type Part } from './part.ts'

/** What the program has still to do, and to tell, and what administrators have set. */
export const work: Part = {
  title: 'Work, notices and settings',
  tables: ['settings', 'mail_outbox', 'jobs', 'table_sizes', 'alerts', 'notifications', 'data_exports', 'api_keys'],

  define: (knex, dialect) => [
    knex.schema.createTable('settings', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      // A row for each that was set; the others are as the program has them.
      table.string('name', 100).notNullable()
      columns.json(table, 'value').notNullable()
      table.unique(['name'])
    }),
    // Mails that are written and not sent yet, and for some days what became of them.
    knex.schema.createTable('mail_outbox', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      table.string('recipient', limits.email).notNullable()
      // Whose account it is about or was asked for by, wherever it went.
      reference(dialect, table, 'user_id', 'users', 'CASCADE')
      table.string('subject', 500).notNullable()
      // Its text with its links, which let somebody in: encrypted, and null once it is sent or given up.
      columns.bytes(table, 'content_encrypted')
      table.enu('status', [...mailStatuses]).notNullable()
      table.integer('attempts').unsigned().notNullable().defaultTo(0)
      // While it is being sent: when it is due again if its process dies.
      columns.instant(table, 'due_at').notNullable()
      columns.instant(table, 'sent_at')
      // What the mail server said, as a code.
      table.string('failure', limits.jobFailure)
      table.index(['status', 'due_at', 'id'])
      table.index(['created_at', 'id'])
      table.index(['user_id'])
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
    // How large each table was on a day.
    knex.schema.createTable('table_sizes', (table) => {
      dialect.columns.day(table, 'day').notNullable()
      dialect.columns.exact(table, 'name').notNullable()
      for (const count of ['row_count', 'bytes']) table.bigInteger(count).unsigned().notNullable()
      checkCounts(table, 'table_sizes', ['row_count', 'bytes'])
      table.primary(['day', 'name'])
    }),
    // Too much of something in a short time, told to administrators once.
    knex.schema.createTable('alerts', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      table.enu('kind', [...alertKinds]).notNullable()
      // Whose doing it is, where it is one person's.
      reference(dialect, table, 'actor_id', 'users', 'SET NULL')
      // Its kind, whose doing it is and when it began.
      table.string('once_key', 100).notNullable()
      columns.instant(table, 'first_at').notNullable()
      columns.instant(table, 'last_at').notNullable()
      table.integer('count').unsigned().notNullable()
      reference(dialect, table, 'acknowledged_by', 'users', 'SET NULL')
      columns.instant(table, 'acknowledged_at')
      table.unique(['once_key'])
      table.index(['kind', 'first_at'])
      table.index(['created_at', 'id'])
      table.index(['acknowledged_at', 'created_at', 'id'])
      table.index(['actor_id'])
      table.index(['acknowledged_by'])
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
    // Archives of what somebody has. Their files are in a folder, each by the lease under which it was written.
    knex.schema.createTable('data_exports', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'user_id', 'users', 'CASCADE').notNullable()
      table.enu('state', [...dataExportStates]).notNullable()
      table.integer('attempts').unsigned().notNullable().defaultTo(0)
      // Whoever writes it holds it until then; each attempt has a lease of its own.
      columns.uuid(table, 'lease')
      columns.instant(table, 'leased_until')
      table.integer('entries').unsigned().notNullable().defaultTo(0)
      table.integer('expected_entries').unsigned().notNullable().defaultTo(0)
      table.bigInteger('bytes').unsigned()
      columns.instant(table, 'expires_at')
      checkCounts(table, 'data_exports', ['entries', 'expected_entries', 'bytes'])
      table.index(['user_id', 'created_at', 'id'])
      table.index(['state', 'created_at', 'id'])
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
