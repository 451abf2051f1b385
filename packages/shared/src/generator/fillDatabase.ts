import { withoutTriggers, type Database } from '../database/index.ts'
import { rebuildSearch } from '../search/index.ts'
import { begin, type Settings } from './plan.ts'
import { writeRows, type Report } from './writeRows.ts'

const filled = [
  'users',
  'user_name_parts',
  'sessions',
  'organizations',
  'organization_members',
  'templates',
  'template_versions',
  'template_labels',
  'template_ratings',
  'template_usage_daily',
  'conversations',
  'conversation_participants',
  'drafts',
  'draft_sections',
  'prompts',
  'prompt_edits',
  'model_usage_daily',
  'audit_logs',
  'template_search',
  'conversation_search',
  'prompt_search',
]

/**
 * Fills an empty database with people, templates, conversations and two years of what they did: the same for the same
 * settings. The database's triggers are away meanwhile, so nothing else may write. A run that fails leaves them as they were
 * and some of the rows; one that is killed leaves a database to throw away, of which the status of migrations tells.
 * @throws Error with a sentence for the operator where the database has people already.
 */
export async function fillDatabase(database: Database, settings: Settings, report: Report): Promise<void> {
  const { knex, dialect } = database
  if (await knex('users').first('id')) {
    throw new Error('The database has people in it already. Give an empty one: what is generated is for trying things out.')
  }
  // Two years, this month and the next: months are cheap to make while nothing is in them.
  await dialect.monthly.ensure(knex, 'audit_logs', begin(settings), 26)
  await withoutTriggers(database, () => dialect.bulk.load(knex, (insert) => writeRows(settings, insert, report)))
  await rebuildSearch(database, report)
  report('statistics', 0, 1)
  await dialect.bulk.analyze(knex, filled)
  report('statistics', 1, 1)
}
