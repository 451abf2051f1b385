import type { Migration } from './migration.ts'

export const audit: Migration = {
  name: '004_audit',
  tables: ['audit_logs'],

  async up(knex, dialect) {
    const { columns } = dialect
    await knex.schema.createTable('audit_logs', (table) => {
      table.bigIncrements('sequence')
      columns.uuid(table, 'id').notNullable()
      columns.uuid(table, 'actor_id').references('users.id').onDelete('RESTRICT')
      table.string('action', 50).notNullable()
      table.string('entity_type', 100).notNullable()
      columns.uuid(table, 'entity_id')
      columns.json(table, 'old_values')
      columns.json(table, 'new_values')
      columns.json(table, 'changes')
      columns.json(table, 'metadata')
      table.string('ip', 45)
      table.string('user_agent', 500)
      columns.uuid(table, 'session_id')
      table.string('request_id', 100).notNullable()
      columns.instant(table, 'created_at').notNullable()
      table.unique(['id'])
      table.index(['entity_type', 'entity_id', 'sequence'])
      table.index(['actor_id', 'sequence'])
      table.index(['action', 'created_at'])
      table.index(['created_at'])
    })
  },

  async down(knex) {
    await knex.schema.dropTableIfExists('audit_logs')
  },
}
