import type { ModelSettings } from '@prologue/contracts'
import type { Variable } from '@prologue/prompt-kit'

/** What is said of one thing in two versions, as words; undefined where nothing is said of it. */
export type Detail = { what: string; before: string | undefined; after: string | undefined }

/** A variable that came, went or is declared otherwise, with what differs. */
export type VariableChange = { name: string; kind: 'added' | 'removed' | 'changed'; details: Detail[] }

const wordsOf: Record<Exclude<keyof Variable, 'name'>, string> = {
  label: 'label',
  type: 'type',
  required: 'required',
  default: 'default',
  options: 'options',
  min: 'least',
  max: 'most',
  pattern: 'pattern',
  source: 'comes from',
  sensitive: 'sensitive',
  example: 'example',
}
const byAuthor = 'whoever fills it in'
const fields = Object.keys(wordsOf).filter((field): field is keyof typeof wordsOf => field in wordsOf)

/** How the variables of two versions differ, in the order of the later ones; what went stands last. */
export function compareVariables(before: readonly Variable[], after: readonly Variable[]): VariableChange[] {
  const old = new Map(before.map((variable) => [variable.name, variable]))
  const fresh = new Set(after.map(({ name }) => name))
  const changes: VariableChange[] = []
  for (const variable of after) {
    const was = old.get(variable.name)
    const details = detailsOf(was, variable)
    if (!was) changes.push({ name: variable.name, kind: 'added', details })
    else if (details.length > 0) changes.push({ name: variable.name, kind: 'changed', details })
  }
  for (const variable of before)
    if (!fresh.has(variable.name)) changes.push({ name: variable.name, kind: 'removed', details: detailsOf(variable, undefined) })
  return changes
}

/** What is so by itself is said only of a variable that both have. */
const usual: Partial<Record<keyof Variable, string>> = { required: 'yes', source: byAuthor, sensitive: 'no' }

function detailsOf(before: Variable | undefined, after: Variable | undefined): Detail[] {
  const told = before && after ? fields : fields.filter((field) => wordOf(field, before ?? after) !== usual[field])
  return differing(told.map((field) => ({ what: wordsOf[field], before: wordOf(field, before), after: wordOf(field, after) })))
}

function wordOf(field: keyof typeof wordsOf, variable: Variable | undefined): string | undefined {
  const value = variable?.[field]
  if (value === undefined) return undefined
  if (field === 'source') return value === 'end-user' ? 'people outside' : byAuthor
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map((one) => `“${one}”`).join(', ')
  return typeof value === 'number' || field === 'type' ? String(value) : `“${value}”`
}

/** How what a model is asked with differs between two versions. */
export function compareSettings(before: ModelSettings, after: ModelSettings): Detail[] {
  const detail = (what: string, key: keyof ModelSettings) => ({
    what,
    before: before[key]?.toLocaleString('en'),
    after: after[key]?.toLocaleString('en'),
  })
  return differing([detail('Model', 'model'), detail('Temperature', 'temperature'), detail('Most tokens', 'maxTokens')])
}

const differing = (details: readonly Detail[]) => details.filter(({ before, after }) => before !== after)
