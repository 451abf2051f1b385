import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { SchemaColumn } from '../database/index.ts'
import { onEachDatabase } from '../testing/index.ts'
import { BaseModel } from './BaseModel.ts'
import * as models from './index.ts'

/** Tables that wait for the feature that brings their model. */
const unused = [
  'api_keys',
  'oauth_accounts',
  'organization_members',
  'organizations',
  'mail_outbox',
  'table_sizes',
  'results',
  'runs',
  'test_cases',
  'user_passkeys',
]

/**
 * The session library's adapter, what is spent by one statement, the log of a draft, the audit itself, and what the database
 * counts and looks up.
 */
const withoutModel = [
  'audit_daily',
  'audit_gates',
  'audit_logs',
  'audit_seals',
  'conversation_search',
  'draft_authors',
  'draft_updates',
  'model_usage_daily',
  'prompt_search',
  'search_words',
  'sessions',
  'template_removed_reviews',
  'template_search',
  'template_usage_daily',
  'user_name_parts',
  'user_recovery_codes',
  'user_tokens',
]

const modelClasses = Object.values<unknown>(models).filter(
  (each): each is typeof BaseModel => typeof each === 'function' && each.prototype instanceof BaseModel,
)

type Field = { name: string; type: string; nullable: boolean }

/** The fields a model declares: types are gone when it runs, so they are read from its text. */
function fieldsOf(file: string): Field[] {
  const text = readFileSync(join(import.meta.dirname, `${file}.ts`), 'utf8')
  return [...text.matchAll(/^ {2}declare (\w+): (.+?)( \| null)?$/gm)].map(([, name = '', type = '', nullable]) => ({
    name,
    type,
    nullable: nullable !== undefined,
  }))
}

/** What a column's values are in the program. */
function kindOf(model: typeof BaseModel, name: string, { type }: SchemaColumn): string {
  if (name in model.json) return 'json'
  if (['createdAt', 'updatedAt', 'deletedAt', ...model.instants].includes(name)) return 'Date'
  if (model.booleans.includes(name)) return 'boolean'
  if (/blob/.test(type)) return 'Uint8Array'
  return /int|decimal/.test(type) ? 'number' : 'string'
}

/** What a declared type says of the kind: a name of one's own is one of some strings, or the shape of a JSON column. */
function declaredKind(model: typeof BaseModel, { name, type }: Field): string {
  if (['string', 'number', 'boolean', 'Date', 'Uint8Array'].includes(type)) return type
  return name in model.json ? 'json' : 'string'
}

const sorted = (fields: { name: string }[]) => fields.toSorted((one, other) => (one.name < other.name ? -1 : 1))
const camelCase = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

onEachDatabase('the models', (world) => {
  it('declare the columns that are there, with their types, and no others', async () => {
    const { knex, dialect } = world().database
    const { tables } = await dialect.describe(knex)
    for (const model of modelClasses) {
      const columns = tables.find(({ name }) => name === model.tableName)?.columns ?? []
      const inDatabase = columns.map((column) => {
        const name = camelCase(column.name)
        return { name, kind: kindOf(model, name, column), nullable: column.nullable && !column.generated }
      })
      const declared = [...fieldsOf('BaseModel'), ...fieldsOf(model.name)].map((field) => ({
        name: field.name,
        kind: declaredKind(model, field),
        nullable: field.nullable,
      }))
      expect(sorted(declared), model.name).toEqual(sorted(inDatabase))
    }
  })

  it('are there for each table that is not named as an exception', async () => {
    const { knex, dialect } = world().database
    const { tables } = await dialect.describe(knex)
    const without = tables.map(({ name }) => name).filter((name) => !modelClasses.some((model) => model.tableName === name))
    expect(without.toSorted()).toEqual([...unused, ...withoutModel].toSorted())
  })
})
