import { checkCounts, type Part } from './part.ts'

export const search: Part = {
  title: 'Search',
  tables: ['search_words'],

  define: (knex, dialect) => [
    // How many rows have a word, of the words that many have. The row without a word counts all rows.
    knex.schema.createTable('search_words', (table) => {
      table.enu('kind', ['templates', 'conversations', 'prompts']).notNullable()
      dialect.columns.slug(table, 'word').notNullable()
      table.bigInteger('row_count').unsigned().notNullable()
      checkCounts(table, 'search_words', ['row_count'])
      table.primary(['kind', 'word'])
    }),
  ],
}
