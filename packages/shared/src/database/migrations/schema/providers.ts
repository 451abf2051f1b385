import { limits, providerKinds } from '@prologue/contracts'
import { checkCounts, standardColumns, type Part } from './part.ts'

export const providers: Part = {
  title: 'Providers',
  tables: ['providers', 'model_prices'],

  define: (knex, dialect) => [
    knex.schema.createTable('providers', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      // Exchanges name their provider as it was then: a name is one provider's.
      table.string('name', limits.provider).notNullable()
      table.enu('kind', [...providerKinds]).notNullable()
      table.string('base_url', 500)
      columns.bytes(table, 'key_encrypted')
      columns.json(table, 'models').notNullable()
      table.boolean('enabled').notNullable()
      table.boolean('fallback').notNullable()
      table.integer('position').unsigned().notNullable()
      checkCounts(table, 'providers', ['position'])
      table.unique(['name'])
      table.index(['position', 'id'])
    }),
    // What is set here counts before what the program knows. Money in micro-USD for a million tokens, null where it is not set.
    knex.schema.createTable('model_prices', (table) => {
      standardColumns(table, dialect)
      // Empty: of whichever provider offers the model.
      table.string('provider', limits.provider).notNullable()
      table.string('model', limits.model).notNullable()
      const counts = ['input', 'cached_input', 'output', 'context_tokens']
      for (const count of counts) table.bigInteger(count).unsigned()
      checkCounts(table, 'model_prices', counts)
      table.unique(['provider', 'model'])
    }),
  ],
}
