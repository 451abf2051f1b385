import { limits, userRoles, userTokenPurposes } from '@prologue/contracts'
import { checkCounts, indexDeleted, reference, standardColumns, type Part } from './part.ts'

export const accounts: Part = {
  title: 'Accounts',
  tables: [
    'users',
    'user_name_parts',
    'sessions',
    'oauth_accounts',
    'user_tokens',
    'account_invitations',
    'user_totp',
    'user_recovery_codes',
    'user_passkeys',
  ],

  define: (knex, dialect) => [
    knex.schema.createTable('users', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      columns.name(table, 'name').notNullable()
      table.string('email', limits.email).notNullable()
      columns.exact(table, 'email_canonical').notNullable()
      columns.instant(table, 'email_verified_at')
      table.string('password_hash', 255).notNullable()
      table.enu('role', [...userRoles]).notNullable()
      table.integer('failed_sign_ins').unsigned().notNullable().defaultTo(0)
      columns.instant(table, 'locked_until')
      // By an administrator, until one unlocks it; the other is for wrong tries.
      columns.instant(table, 'locked_at')
      table.string('lock_reason', limits.lockReason)
      columns.json(table, 'preferences').notNullable()
      columns.instant(table, 'erased_at')
      columns.instant(table, 'deleted_at')
      checkCounts(table, 'users', ['failed_sign_ins'])
      table.unique(['email_canonical'])
      table.index(['role'])
      table.index(['locked_at'])
      table.index(['created_at', 'id'])
      table.index(['name'])
      indexDeleted(knex, table)
    }),
    // A name from each of its words on: people are found by how any of these begins.
    knex.schema.createTable('user_name_parts', (table) => {
      reference(dialect, table, 'user_id', 'users', 'CASCADE').notNullable()
      table.integer('place').unsigned().notNullable()
      dialect.columns.name(table, 'part').notNullable()
      table.primary(['user_id', 'place'])
      table.index(['part', 'user_id'])
    }),
    knex.schema.createTable('sessions', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'user_id', 'users', 'CASCADE').notNullable()
      columns.digest(table, 'token_hash').notNullable()
      columns.instant(table, 'expires_at').notNullable()
      columns.instant(table, 'last_seen_at').notNullable()
      // When its person last proved who they are: dangerous acts ask again after a while.
      columns.instant(table, 'confirmed_at').notNullable()
      // However it is used: a guest's ends with the link they came by.
      columns.instant(table, 'ends_at')
      table.string('ip', 45)
      table.string('user_agent', 500)
      table.unique(['token_hash'])
      table.index(['user_id', 'last_seen_at'])
      table.index(['expires_at'])
    }),
    knex.schema.createTable('oauth_accounts', (table) => {
      standardColumns(table, dialect)
      reference(dialect, table, 'user_id', 'users', 'CASCADE').notNullable()
      table.string('provider', 50).notNullable()
      dialect.columns.exact(table, 'provider_user_id').notNullable()
      table.unique(['provider', 'provider_user_id'])
      table.index(['user_id'])
    }),
    knex.schema.createTable('user_tokens', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'user_id', 'users', 'CASCADE').notNullable()
      table.enu('purpose', [...userTokenPurposes]).notNullable()
      columns.digest(table, 'token_hash').notNullable()
      table.string('email', limits.email)
      columns.instant(table, 'expires_at').notNullable()
      columns.instant(table, 'used_at')
      table.unique(['token_hash'])
      table.index(['user_id', 'purpose'])
      table.index(['expires_at'])
    }),
    // Whoever has the link may make an account for the address. What is used, taken back or over is removed.
    knex.schema.createTable('account_invitations', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'invited_by', 'users', 'SET NULL')
      table.string('email', limits.email).notNullable()
      columns.exact(table, 'email_canonical').notNullable()
      columns.digest(table, 'token_hash').notNullable()
      columns.instant(table, 'expires_at').notNullable()
      table.unique(['token_hash'])
      table.unique(['email_canonical'])
      table.index(['expires_at', 'id'])
      table.index(['invited_by'])
    }),
    knex.schema.createTable('user_totp', (table) => {
      standardColumns(table, dialect)
      reference(dialect, table, 'user_id', 'users', 'CASCADE').notNullable()
      dialect.columns.bytes(table, 'secret_encrypted').notNullable()
      dialect.columns.instant(table, 'confirmed_at')
      // The time step of the code used last: no code counts twice.
      table.integer('last_step').unsigned()
      table.unique(['user_id'])
    }),
    knex.schema.createTable('user_recovery_codes', (table) => {
      standardColumns(table, dialect)
      reference(dialect, table, 'user_id', 'users', 'CASCADE').notNullable()
      dialect.columns.digest(table, 'code_hash').notNullable()
      dialect.columns.instant(table, 'used_at')
      table.unique(['user_id', 'code_hash'])
    }),
    knex.schema.createTable('user_passkeys', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'user_id', 'users', 'CASCADE').notNullable()
      table.string('name', limits.name).notNullable()
      columns.digest(table, 'credential_hash').notNullable()
      columns.bytes(table, 'credential_id').notNullable()
      columns.bytes(table, 'public_key').notNullable()
      table.bigInteger('signature_count').unsigned().notNullable()
      columns.json(table, 'transports').notNullable()
      columns.instant(table, 'last_used_at')
      table.unique(['credential_hash'])
      table.index(['user_id'])
    }),
  ],
}
