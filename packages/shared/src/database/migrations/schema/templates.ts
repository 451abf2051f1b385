import { limits, reportReasons, reportStatuses, templateVisibilitySchema } from '@prologue/contracts'
import type { Knex } from 'knex'
import { checkCounts, indexDeleted, reference, standardColumns, type Part } from './part.ts'

/** A rating counts as if ten others of 3.5 stars were there: one of five stars is not yet better than fifty of 4.8. */
const priorRatings = 10
const priorSum = 35

/** What the library is sorted by, each with its index: who may see it comes first, the id makes the order whole, then filters. */
const sortKeys = ['rating_score', 'usage_count', 'trending_score', 'listed_at']

export const templates: Part = {
  title: 'Templates',
  tables: [
    'templates',
    'template_versions',
    'template_labels',
    'template_ratings',
    'template_drafts',
    'template_favourites',
    'template_reports',
    'template_upheld_texts',
    'template_removed_reviews',
    'template_offers',
    'template_usage_daily',
    'template_search',
    // Only where the index is a table of its own.
    'template_search_index',
  ],

  define: (knex, dialect) => [
    knex.schema.createTable('templates', (table) => {
      const { columns, sql } = dialect
      standardColumns(table, dialect)
      // Null: it comes with the program.
      reference(dialect, table, 'owner_id', 'users', 'RESTRICT')
      reference(dialect, table, 'organization_id', 'organizations', 'RESTRICT')
      reference(dialect, table, 'forked_from_id', 'templates', 'SET NULL')
      columns.slug(table, 'slug').notNullable()
      table.string('title', limits.title).notNullable()
      table.string('description', limits.description).notNullable()
      table.string('category', 40).notNullable()
      columns.json(table, 'tags').notNullable()
      // The model family it is written for; null: any.
      table.string('family', 20)
      // What a file it was imported from held that has no place here, by the format's id; null: nothing.
      columns.json(table, 'metadata')
      table.enu('visibility', templateVisibilitySchema.options).notNullable()
      table.integer('latest_number').unsigned().notNullable().defaultTo(0)
      table.integer('rating_count').unsigned().notNullable().defaultTo(0)
      table.integer('rating_sum').unsigned().notNullable().defaultTo(0)
      // Millionths of a star.
      const score = sql.quotient(`(rating_sum + ${priorSum}) * 1000000`, `(rating_count + ${priorRatings})`)
      table.specificType('rating_score', `int generated always as (${score}) stored`)
      // With a sign, as the trending score is: that nothing is below an unsigned 0 MySQL takes for a reason to read the page after
      // a 0 from another index, and to sort it.
      table.bigInteger('usage_count').notNullable().defaultTo(0)
      columns.instant(table, 'last_used_at')
      // When others could read it first; null: nobody could so far. Lists go by when it was begun then.
      columns.instant(table, 'published_at')
      table.specificType('listed_at', 'datetime(3) generated always as (coalesce(published_at, created_at)) stored')
      table.bigInteger('trending_score').notNullable().defaultTo(0)
      // What it is filtered by, as bits: they stand in each index that is walked, so that a walk reads only rows that may be asked for.
      table.bigInteger('filter_bits').notNullable().defaultTo(0)
      columns.instant(table, 'deleted_at')
      table.check(sql.isSlug('slug'), [], 'templates_slug_form')
      checkCounts(table, 'templates', ['latest_number', 'rating_count', 'rating_sum', 'usage_count'])
      table.check('rating_sum between rating_count and rating_count * 5', [], 'templates_rating_range')
      table.check("visibility <> 'organization' or organization_id is not null", [], 'templates_organization')
      table.unique(['slug'])
      for (const key of sortKeys) table.index(['visibility', 'deleted_at', key, 'id', 'filter_bits'], `templates_visible_${key}`)
      table.index(['owner_id', 'created_at', 'id'])
      table.index(['organization_id', 'created_at', 'id'])
      table.index(['forked_from_id'])
      indexDeleted(knex, table)
    }),
    knex.schema.createTable('template_versions', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'template_id', 'templates', 'CASCADE').notNullable()
      reference(dialect, table, 'parent_version_id', 'template_versions', 'SET NULL')
      reference(dialect, table, 'author_id', 'users', 'RESTRICT')
      table.integer('number').unsigned().notNullable()
      columns.longText(table, 'content').notNullable()
      // Of its words alone: two versions that say the same have the same.
      columns.digest(table, 'words_digest').notNullable()
      columns.json(table, 'variables').notNullable()
      columns.json(table, 'settings').notNullable()
      table.string('message', 500).notNullable()
      table.check('number >= 1', [], 'template_versions_number')
      table.unique(['template_id', 'number'])
      table.index(['parent_version_id'])
      table.index(['author_id'])
    }),
    knex.schema.createTable('template_labels', (table) => {
      standardColumns(table, dialect)
      reference(dialect, table, 'template_id', 'templates', 'CASCADE').notNullable()
      dialect.columns.exact(table, 'name').notNullable()
      table.integer('number').unsigned().notNullable()
      reference(dialect, table, 'moved_by', 'users', 'SET NULL')
      // A label points into its own template: the pair is the key of a version.
      table
        .foreign(['template_id', 'number'], 'template_labels_version')
        .references(['template_id', 'number'])
        .inTable('template_versions')
        .onDelete('CASCADE')
      table.check("name <> 'latest'", [], 'template_labels_latest')
      table.unique(['template_id', 'name'])
      table.index(['template_id', 'number'])
      table.index(['moved_by'])
    }),
    knex.schema.createTable('template_ratings', (table) => {
      standardColumns(table, dialect)
      reference(dialect, table, 'template_id', 'templates', 'CASCADE').notNullable()
      reference(dialect, table, 'user_id', 'users', 'RESTRICT').notNullable()
      table.integer('rating').notNullable()
      table.string('review', limits.review)
      table.check('rating between 1 and 5', [], 'template_ratings_range')
      table.unique(['template_id', 'user_id'])
      table.index(['template_id', 'created_at', 'id'])
      table.index(['user_id'])
    }),
    // What is written on and not yet a version, with its number: whoever saves says which one they had.
    knex.schema.createTable('template_drafts', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'template_id', 'templates', 'CASCADE').notNullable()
      columns.longText(table, 'content').notNullable()
      columns.json(table, 'variables').notNullable()
      columns.json(table, 'settings').notNullable()
      // The version it was begun from; 0: none was there.
      table.integer('based_on').unsigned().notNullable()
      table.integer('revision').unsigned().notNullable()
      reference(dialect, table, 'saved_by', 'users', 'SET NULL')
      checkCounts(table, 'template_drafts', ['based_on', 'revision'])
      table.unique(['template_id'])
      table.index(['saved_by'])
    }),
    knex.schema.createTable('template_favourites', (table) => {
      standardColumns(table, dialect)
      reference(dialect, table, 'template_id', 'templates', 'CASCADE').notNullable()
      reference(dialect, table, 'user_id', 'users', 'CASCADE').notNullable()
      table.unique(['template_id', 'user_id'])
      table.index(['user_id', 'created_at', 'id'])
    }),
    knex.schema.createTable('template_reports', (table) => {
      const { columns } = dialect
      standardColumns(table, dialect)
      reference(dialect, table, 'template_id', 'templates', 'CASCADE').notNullable()
      // Null: the report is of the template itself.
      reference(dialect, table, 'rating_id', 'template_ratings', 'CASCADE')
      // The id of what it is of, the review or the template: no database holds a null to be once.
      columns.uuid(table, 'about_id').notNullable()
      // Null: who reported is gone. What was upheld holds without them.
      reference(dialect, table, 'reporter_id', 'users', 'SET NULL')
      table.enu('reason', [...reportReasons]).notNullable()
      table.string('details', limits.review).notNullable()
      // What who reported it saw: the version, or the words of the review; these are null once who wrote them is erased.
      table.integer('reported_number').unsigned()
      table.string('reported_review', limits.review)
      table.enu('status', [...reportStatuses]).notNullable()
      reference(dialect, table, 'decided_by', 'users', 'SET NULL')
      columns.instant(table, 'decided_at')
      table.check("(status = 'open') = (decided_at is null)", [], 'template_reports_decided')
      table.check('rating_id is not null or reported_number is not null', [], 'template_reports_version')
      table.check('rating_id is not null or reported_review is null', [], 'template_reports_review')
      table.unique(['about_id', 'reporter_id'])
      table.index(['status', 'created_at', 'id'])
      table.index(['template_id'])
      table.index(['rating_id'])
      table.index(['reporter_id'])
      table.index(['decided_by'])
    }),
    // What moderators agreed about, as a digest of the words: it is not shared again, in whatever version of whatever template.
    knex.schema.createTable('template_upheld_texts', (table) => {
      standardColumns(table, dialect)
      dialect.columns.digest(table, 'words_digest').notNullable()
      // Whom it is held from; null: everybody.
      reference(dialect, table, 'owner_id', 'users', 'RESTRICT')
      // Where it came from; the text is held without them.
      reference(dialect, table, 'template_id', 'templates', 'SET NULL')
      reference(dialect, table, 'report_id', 'template_reports', 'SET NULL')
      table.unique(['words_digest', 'template_id'])
      table.index(['owner_id'])
      table.index(['template_id'])
      table.index(['report_id'])
    }),
    // What moderators took from reviews, as a digest of the words: who wrote them does not say them again.
    knex.schema.createTable('template_removed_reviews', (table) => {
      reference(dialect, table, 'template_id', 'templates', 'CASCADE').notNullable()
      reference(dialect, table, 'user_id', 'users', 'CASCADE').notNullable()
      dialect.columns.digest(table, 'words').notNullable()
      table.primary(['template_id', 'user_id', 'words'])
      table.index(['user_id'])
    }),
    // A template that waits for its new owner to take it.
    knex.schema.createTable('template_offers', (table) => {
      standardColumns(table, dialect)
      reference(dialect, table, 'template_id', 'templates', 'CASCADE').notNullable()
      reference(dialect, table, 'offered_to', 'users', 'CASCADE').notNullable()
      table.unique(['template_id'])
      table.index(['offered_to'])
    }),
    // A counter a day: the key is what is counted, and rows are only ever added to.
    knex.schema.createTable('template_usage_daily', (table) => {
      reference(dialect, table, 'template_id', 'templates', 'CASCADE').notNullable()
      dialect.columns.day(table, 'day').notNullable()
      table.integer('uses').unsigned().notNullable()
      checkCounts(table, 'template_usage_daily', ['uses'])
      table.primary(['template_id', 'day'])
      table.index(['day'])
    }),
    ...searchTable(knex, dialect, 'template'),
  ],
}

/** The words a row is found by, as the search reads them. */
export function searchTable(knex: Knex, dialect: Parameters<Part['define']>[1], noun: 'template' | 'conversation' | 'prompt') {
  return dialect.search.createTable(knex, `${noun}_search`, `${noun}_id`, `${noun}s`)
}
