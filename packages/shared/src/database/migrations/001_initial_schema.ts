import type { Migration } from './migration.ts'
import { accounts } from './schema/accounts.ts'
import { activity } from './schema/activity.ts'
import { conversations } from './schema/conversations.ts'
import { drafts } from './schema/drafts.ts'
import { evaluation } from './schema/evaluation.ts'
import { organizations } from './schema/organizations.ts'
import { providers } from './schema/providers.ts'
import { search } from './schema/search.ts'
import { templates } from './schema/templates.ts'
import { work } from './schema/work.ts'

/** The tables, as the docs group them. */
export const parts = [accounts, organizations, templates, conversations, drafts, providers, evaluation, activity, work, search]
const tables = parts.flatMap((part) => part.tables)

export const initialSchema: Migration = {
  name: '001_initial_schema',
  tables,
  up: (knex, dialect) =>
    dialect.compact(
      knex,
      parts.flatMap((part) => part.define(knex, dialect)),
    ),
  down: (knex) => tables.toReversed().map((table) => knex.schema.dropTableIfExists(table)),
}
