import { userRoles } from '@prologue/contracts'
import { standardColumns, type Migration } from './migration.ts'

export const accounts: Migration = {
  name: '001_accounts',
  tables: ['users', 'sessions'],

  async up(knex, dialect) {
    const { columns } = dialect
    await knex.schema.createTable('users', (table) => {
      standardColumns(table, dialect)
      table.string('name', 80).notNullable()
      table.string('email', 254).notNullable()
      columns.exact(table, 'email_canonical').notNullable()
      table.string('password_hash', 255).notNullable()
      table.enu('role', [...userRoles]).notNullable()
      columns.instant(table, 'deleted_at')
      table.unique(['email_canonical'])
      table.index(['role'])
    })
    await knex.schema.createTable('sessions', (table) => {
      standardColumns(table, dialect)
      columns.uuid(table, 'user_id').notNullable().references('users.id').onDelete('CASCADE')
      columns.digest(table, 'token_hash').notNullable()
      columns.instant(table, 'expires_at').notNullable()
      columns.instant(table, 'last_seen_at').notNullable()
      table.string('ip', 45)
      table.string('user_agent', 500)
      table.unique(['token_hash'])
      table.index(['user_id'])
      table.index(['expires_at'])
    })
  },

  async down(knex) {
    await knex.schema.dropTableIfExists('sessions')
    await knex.schema.dropTableIfExists('users')
  },
}
