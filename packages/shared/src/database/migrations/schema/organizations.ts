import { limits } from '@prologue/contracts'
import { reference, standardColumns, type Part } from './part.ts'

export const organizations: Part = {
  title: 'Organizations',
  tables: ['organizations', 'organization_members'],

  define: (knex, dialect) => [
    knex.schema.createTable('organizations', (table) => {
      standardColumns(table, dialect)
      table.string('name', limits.name).notNullable()
      dialect.columns.exact(table, 'slug').notNullable()
      table.check(dialect.sql.isSlug('slug'), [], 'organizations_slug_form')
      table.unique(['slug'])
    }),
    knex.schema.createTable('organization_members', (table) => {
      standardColumns(table, dialect)
      reference(dialect, table, 'organization_id', 'organizations', 'CASCADE').notNullable()
      reference(dialect, table, 'user_id', 'users', 'CASCADE').notNullable()
      reference(dialect, table, 'invited_by', 'users', 'SET NULL')
      table.enu('role', ['owner', 'admin', 'member']).notNullable()
      table.unique(['organization_id', 'user_id'])
      table.index(['user_id'])
      table.index(['invited_by'])
    }),
  ],
}
