import type { Knex } from 'knex'
import { v5 as uuidv5 } from 'uuid'
import { starterLibrary, type StarterTemplate } from '../starter/index.ts'
import { documentTokens, filterBits, filterTerms, templateFilters, templateWeights, weigh, wordsDigest } from '../words/index.ts'
import type { Migration, Step } from './migration.ts'

/** Ids come from the addresses: the same template is known again in every database and by every version of the program. */
const namespace = 'd5f7dc0c-5f8f-5a3e-9d0e-6f1c1b2a7c11'
const idOf = ({ slug }: StarterTemplate) => uuidv5(slug, namespace)
const versionIdOf = ({ slug }: StarterTemplate) => uuidv5(`${slug}/1`, namespace)

/** Older than everything people make, so that the newest are theirs. */
const writtenAt = new Date('2026-11-01T00:00:00Z')

/**
 * The starter library. It belongs to nobody but the program. What people made of it, and what they threw away, stays: only
 * templates that are not there are added.
 */
export const initialData: Migration = {
  name: '003_initial_data',
  tables: [],
  repeatable: true,
  up: (knex) => [...starterLibrary.flatMap((template) => addTemplate(knex, template)), addWords(knex)],
  down: (knex) => [knex('templates').whereIn('id', starterLibrary.map(idOf)).whereNull('ownerId').delete()],
}

function addTemplate(knex: Knex, template: StarterTemplate): Step[] {
  const id = idOf(template)
  const { slug, title, description, category, tags, content, variables } = template
  const times = { createdAt: writtenAt, updatedAt: writtenAt }
  const found = { tags: JSON.stringify(tags), filterBits: filterBits(filterTerms(templateFilters(template))) }
  const row = { id, ...times, slug, title, description, category, ...found, visibility: 'public', publishedAt: writtenAt }
  const version = {
    id: versionIdOf(template),
    ...times,
    templateId: id,
    number: 1,
    content,
    wordsDigest: wordsDigest(content),
    variables: JSON.stringify(variables),
    settings: '{}',
    message: '',
  }
  const isThere = knex('template_versions').where({ id: version.id })
  const values = knex.select(Object.values(version).map((value) => knex.raw('?', [value]))).whereNotExists(isThere)
  const columns = Object.keys(version)
  const into = knex.raw(`?? (${columns.map(() => '??').join(', ')})`, ['template_versions', ...columns])
  return [
    knex('templates').insert(row).onConflict().ignore(),
    // Somebody may have the address already; where the first took it, this one finds its id taken.
    knex('templates')
      .insert({ ...row, slug: `${slug}-${id.slice(0, 8)}` })
      .onConflict()
      .ignore(),
    knex(into).insert(values),
  ]
}

/** The words they are found by, as the model writes them, for those that have none. */
function addWords(knex: Knex): Step {
  const words = starterLibrary.map((template) => {
    const { title, category, tags, description } = template
    const texts = { title, category, description, tags: tags.join(' ') }
    return [idOf(template), documentTokens(weigh(texts, templateWeights), templateFilters(template))]
  })
  const tokens = knex.raw(`case id ${words.map(() => 'when ? then ?').join(' ')} end`, words.flat())
  const known = knex('template_search').select('templateId')
  const values = knex('templates').whereIn('id', starterLibrary.map(idOf)).whereNotIn('id', known).select('id', tokens)
  return knex(knex.raw('template_search (template_id, tokens)')).insert(values)
}
