import { limits } from '@prologue/contracts'
import { checkCounts, reference, standardColumns, type Part } from './part.ts'

export const evaluation: Part = {
  title: 'Evaluation',
  tables: ['test_cases', 'runs', 'results'],

  define: (knex, dialect) => [
    knex.schema.createTable('test_cases', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'template_id', 'templates', 'CASCADE').notNullable()
      table.string('name', limits.title).notNullable()
      columns.json(table, 'variables').notNullable()
      columns.json(table, 'turns').notNullable()
      columns.json(table, 'assertions').notNullable()
      table.index(['template_id', 'created_at', 'id'])
    }),
    knex.schema.createTable('runs', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'template_id', 'templates', 'CASCADE').notNullable()
      reference(dialect, table, 'created_by', 'users', 'RESTRICT').notNullable()
      table.enu('status', ['pending', 'running', 'completed', 'failed', 'cancelled']).notNullable()
      columns.json(table, 'settings').notNullable()
      columns.instant(table, 'finished_at')
      table.index(['template_id', 'created_at', 'id'])
      table.index(['created_by'])
      table.index(['status'])
    }),
    knex.schema.createTable('results', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'run_id', 'runs', 'CASCADE').notNullable()
      reference(dialect, table, 'test_case_id', 'test_cases', 'CASCADE').notNullable()
      reference(dialect, table, 'template_version_id', 'template_versions', 'CASCADE').notNullable()
      table.string('provider', 50).notNullable()
      table.string('model', 100).notNullable()
      // Which of the repeats.
      table.integer('attempt').unsigned().notNullable()
      table.enu('status', ['passed', 'failed', 'error']).notNullable()
      columns.longText(table, 'output').notNullable()
      columns.json(table, 'assertions').notNullable()
      table.integer('response_time_ms').unsigned()
      table.integer('tokens_in').unsigned()
      table.integer('tokens_out').unsigned()
      table.bigInteger('cost_micro_usd').unsigned()
      checkCounts(table, 'results', ['attempt', 'response_time_ms', 'tokens_in', 'tokens_out', 'cost_micro_usd'])
      table.unique(['run_id', 'test_case_id', 'template_version_id', 'provider', 'model', 'attempt'], {
        indexName: 'results_cell',
      })
      table.index(['test_case_id'])
      table.index(['template_version_id'])
    }),
  ],
}
