import { checkCounts, standardColumns, type Part } from './part.ts'

export const activity: Part = {
  title: 'Audit',
  tables: ['audit_gates', 'audit_logs', 'audit_seals', 'audit_daily'],

  define: (knex, dialect) => [
    // Who writes to the audit goes through one of two, so that whoever seals it can tell when all have come out.
    knex.schema.createTable('audit_gates', (table) => {
      table.tinyint('number').unsigned().notNullable().primary()
    }),
    knex.raw('insert into audit_gates (number) values (0), (1)'),
    knex.schema.createTable('audit_logs', (table) => {
      const { columns } = dialect
      columns.sequence(table, 'sequence', 'created_at')
      columns.uuid(table, 'id').notNullable()
      columns.uuid(table, 'actor_id')
      table.string('action', 50).notNullable()
      table.string('entity_type', 100).notNullable()
      columns.uuid(table, 'entity_id')
      columns.uuid(table, 'whole_id')
      columns.json(table, 'old_values')
      columns.json(table, 'new_values')
      columns.json(table, 'changes')
      columns.json(table, 'metadata')
      table.string('ip', 45)
      table.string('user_agent', 500)
      columns.uuid(table, 'session_id')
      table.string('request_id', 100).notNullable()
      columns.instant(table, 'created_at').notNullable()
      // Every reading is in time order; the sequence makes the order whole.
      table.index(['created_at', 'sequence'])
      table.index(['entity_type', 'entity_id', 'created_at', 'sequence'], 'audit_logs_entity')
      table.index(['whole_id', 'created_at', 'sequence'])
      table.index(['entity_type', 'created_at', 'sequence'])
      table.index(['entity_type', 'action', 'created_at', 'sequence'])
      table.index(['actor_id', 'action', 'created_at', 'sequence'])
      table.index(['actor_id', 'entity_type', 'created_at', 'sequence'])
      table.index(['actor_id', 'created_at', 'sequence'])
      table.index(['action', 'created_at', 'sequence'])
    }),
    ...dialect.monthly.partition(knex, 'audit_logs', 'created_at'),
    knex.schema.createTable('audit_seals', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      table.bigInteger('number').unsigned().notNullable()
      table.bigInteger('first_sequence').unsigned().notNullable()
      table.bigInteger('last_sequence').unsigned().notNullable()
      table.integer('row_count').unsigned().notNullable()
      // All rows are of one month, as YYYY-MM, so that they go together.
      table.specificType('month', 'char(7)').notNullable()
      columns.digest(table, 'rows_digest').notNullable()
      // Over the seal before it and all of this one.
      columns.digest(table, 'digest').notNullable()
      table.check('first_sequence <= last_sequence', [], 'audit_seals_range')
      table.unique(['number'])
      table.unique(['last_sequence'])
    }),
    // Counted while sealing, when each row is read once.
    knex.schema.createTable('audit_daily', (table) => {
      dialect.columns.day(table, 'day').notNullable()
      table.string('action', 50).notNullable()
      table.string('entity_type', 100).notNullable()
      table.bigInteger('entries').unsigned().notNullable()
      checkCounts(table, 'audit_daily', ['entries'])
      table.primary(['day', 'action', 'entity_type'])
    }),
  ],
}
