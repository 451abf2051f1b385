import { checkpointKinds, limits, sectionLocks } from '@prologue/contracts'
import { reference, standardColumns, type Part } from './part.ts'

export const drafts: Part = {
  title: 'Drafts',
  tables: ['drafts', 'draft_updates', 'draft_authors', 'draft_checkpoints', 'draft_sections', 'comments'],

  define: (knex, dialect) => [
    knex.schema.createTable('drafts', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'conversation_id', 'conversations', 'CASCADE').notNullable()
      table.integer('epoch').unsigned().notNullable()
      columns.bytes(table, 'snapshot')
      table.bigInteger('snapshot_sequence').unsigned().notNullable()
      columns.longText(table, 'content').notNullable()
      table.unique(['conversation_id'])
    }),
    // The log is read and cut by range: its key is its place in the draft, and rows never change.
    knex.schema.createTable('draft_updates', (table) => {
      const { columns } = dialect
      reference(dialect, table, 'draft_id', 'drafts', 'CASCADE').notNullable()
      table.bigInteger('sequence').unsigned().notNullable()
      columns.bytes(table, 'content').notNullable()
      columns.instant(table, 'created_at').notNullable()
      table.primary(['draft_id', 'sequence'])
    }),
    knex.schema.createTable('draft_authors', (table) => {
      reference(dialect, table, 'draft_id', 'drafts', 'CASCADE').notNullable()
      table.bigInteger('client_id').unsigned().notNullable()
      table.enu('kind', ['user', 'assistant']).notNullable()
      reference(dialect, table, 'user_id', 'users', 'RESTRICT')
      dialect.columns.instant(table, 'created_at').notNullable()
      table.primary(['draft_id', 'client_id'])
      table.index(['user_id'])
    }),
    knex.schema.createTable('draft_checkpoints', (table) => {
      standardColumns(table, dialect)
      reference(dialect, table, 'draft_id', 'drafts', 'CASCADE').notNullable()
      // Null: the program, as time went by.
      reference(dialect, table, 'created_by', 'users', 'RESTRICT')
      table.enu('kind', [...checkpointKinds]).notNullable()
      table.string('name', limits.title).notNullable()
      dialect.columns.longText(table, 'content').notNullable()
      // In characters, so that the time line need not read the texts.
      table.integer('size').unsigned().notNullable()
      // What of the document was there: tells when each phrase was written.
      dialect.columns.bytes(table, 'state_vector').notNullable()
      // What an answer then made of it, so that this can be taken back.
      dialect.columns.json(table, 'rewriting')
      table.index(['draft_id', 'created_at', 'id'])
      table.index(['created_by'])
    }),
    knex.schema.createTable('draft_sections', (table) => {
      standardColumns(table, dialect)
      reference(dialect, table, 'draft_id', 'drafts', 'CASCADE').notNullable()
      // As people see it: two headings that differ in capitals are two.
      dialect.columns.exact(table, 'section').notNullable()
      // Marks of what the assistant wrote there: a section with any other text was edited by people.
      dialect.columns.json(table, 'written').notNullable()
      // Null: it is locked once people have edited it.
      table.enu('lock', [...sectionLocks])
      table.unique(['draft_id', 'section'])
    }),
    knex.schema.createTable('comments', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'draft_id', 'drafts', 'CASCADE').notNullable()
      reference(dialect, table, 'parent_id', 'comments', 'CASCADE')
      reference(dialect, table, 'author_id', 'users', 'RESTRICT').notNullable()
      table.text('body').notNullable()
      // Who is called by name in it, as ids.
      columns.json(table, 'mentions').notNullable()
      columns.json(table, 'anchor')
      columns.instant(table, 'edited_at')
      columns.instant(table, 'resolved_at')
      reference(dialect, table, 'resolved_by', 'users', 'SET NULL')
      columns.instant(table, 'deleted_at')
      reference(dialect, table, 'deleted_by', 'users', 'SET NULL')
      table.index(['draft_id', 'created_at', 'id'])
      table.index(['parent_id'])
      table.index(['author_id'])
      table.index(['resolved_by'])
      table.index(['deleted_by'])
    }),
  ],
}
