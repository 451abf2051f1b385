import { standardColumns, type Migration } from './migration.ts'

export const drafts: Migration = {
  name: '003_drafts',
  tables: ['drafts', 'draft_updates', 'draft_authors', 'draft_checkpoints'],

  async up(knex, dialect) {
    const { columns } = dialect
    await knex.schema.createTable('drafts', (table) => {
      standardColumns(table, dialect)
      columns.uuid(table, 'conversation_id').notNullable().references('conversations.id').onDelete('CASCADE')
      table.integer('epoch').unsigned().notNullable()
      columns.bytes(table, 'snapshot')
      table.bigInteger('snapshot_sequence').unsigned().notNullable()
      columns.longText(table, 'content').notNullable()
      table.unique(['conversation_id'])
    })
    // The log is read and cut by range: its key is its place in the draft, and rows never change.
    await knex.schema.createTable('draft_updates', (table) => {
      columns.uuid(table, 'draft_id').notNullable().references('drafts.id').onDelete('CASCADE')
      table.bigInteger('sequence').unsigned().notNullable()
      columns.bytes(table, 'content').notNullable()
      columns.instant(table, 'created_at').notNullable()
      table.primary(['draft_id', 'sequence'])
    })
    await knex.schema.createTable('draft_authors', (table) => {
      columns.uuid(table, 'draft_id').notNullable().references('drafts.id').onDelete('CASCADE')
      table.bigInteger('client_id').unsigned().notNullable()
      table.enu('kind', ['user', 'assistant']).notNullable()
      columns.uuid(table, 'user_id').references('users.id').onDelete('RESTRICT')
      columns.instant(table, 'created_at').notNullable()
      table.primary(['draft_id', 'client_id'])
      table.index(['user_id'])
    })
    await knex.schema.createTable('draft_checkpoints', (table) => {
      standardColumns(table, dialect)
      columns.uuid(table, 'draft_id').notNullable().references('drafts.id').onDelete('CASCADE')
      columns.uuid(table, 'created_by').notNullable().references('users.id').onDelete('RESTRICT')
      table.string('name', 200).notNullable()
      columns.longText(table, 'content').notNullable()
      table.index(['draft_id', 'created_at', 'id'])
      table.index(['created_by'])
    })
  },

  async down(knex) {
    for (const table of ['draft_checkpoints', 'draft_authors', 'draft_updates', 'drafts']) {
      await knex.schema.dropTableIfExists(table)
    }
  },
}
