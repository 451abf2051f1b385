import type { Dialect } from '../dialect/index.ts'
import type { Migration } from './migration.ts'
import { aggregates } from './triggers/aggregates.ts'
import { guards } from './triggers/guards.ts'
import { views } from './triggers/views.ts'

const triggersOf = (dialect: Dialect) => [...guards(dialect), ...aggregates(dialect)]

export const triggersAndViews: Migration = {
  name: '002_triggers_and_views',
  tables: [],
  guards: (dialect) => [...triggersOf(dialect), ...views(dialect)].map(({ name }) => name),

  up: (knex, dialect) => [
    ...triggersOf(dialect).map((trigger) => knex.raw(dialect.trigger(trigger))),
    ...views(dialect).map(({ name, query }) => knex.raw(`create view ${name} as ${query}`)),
  ],

  down: (knex, dialect) => [
    ...views(dialect).map(({ name }) => knex.raw(`drop view if exists ${name}`)),
    ...triggersOf(dialect).map(({ name }) => knex.raw(`drop trigger if exists ${name}`)),
  ],
}
