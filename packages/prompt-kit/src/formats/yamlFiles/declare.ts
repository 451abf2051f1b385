import { isName } from '../../variables/fitName.ts'
import { variableSchema, type Variable } from '../../variables/schema.ts'
import type { PortableTemplate } from '../types.ts'

const mostVariables = 100
const longestLabel = 100

/** A variable as a file declares it; `label` may be longer than ours, and the values may fit or not. */
export type Wanted = {
  name: string
  type: Variable['type']
  required: boolean
  label?: string | null
  options?: unknown
  default?: unknown
  example?: unknown
}
export type Declared = { variables: Variable[]; notes: string[] }

/** Our declarations of what a file declares. What does not fit is left out, with a note; a name that does not is left to the conversion. */
export function declareAll(wanted: readonly Wanted[]): Declared {
  const notes: string[] = []
  const declared = new Map<string, Variable>()
  for (const each of wanted) {
    const { name } = each
    if (!isName(name))
      notes.push(`The name "${name.slice(0, 100)}" of a variable is not one here, so its declaration is left out.`)
    else if (declared.has(name)) notes.push(`"${name}" is declared twice: the first declaration counts.`)
    else if (declared.size >= mostVariables) notes.push(`"${name}" is not declared: there can be ${mostVariables} variables.`)
    else declared.set(name, declare(each, notes))
  }
  return { variables: [...declared.values()], notes }
}

function declare({ name, type, required, label, options, ...values }: Wanted, notes: string[]): Variable {
  const isLong = type === 'text' && Object.values(values).some((value) => typeof value === 'string' && /[\r\n]/.test(value))
  const words = label?.trim() ?? ''
  if (words.length > longestLabel) notes.push(`The description of "${name}" is cut to ${longestLabel} characters.`)
  const cut = words
    .slice(0, longestLabel)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim()
  const bare = variableSchema.safeParse({ name, type: isLong ? 'longtext' : type, required, options }).data
  if (bare === undefined) notes.push(`The options of "${name}" are not texts to choose from, so it is a text.`)
  let fitting: Variable = bare ?? variableSchema.parse({ name, type: 'text', required })
  if (cut !== '') fitting = { ...fitting, label: cut }
  for (const field of ['default', 'example'] as const) {
    const value = values[field]
    if (value === undefined || value === null) continue
    const full: Variable | undefined = variableSchema.safeParse({ ...fitting, [field]: value }).data
    if (full === undefined) notes.push(`The ${field} of "${name}" does not fit its type and is left out.`)
    else fitting = full
  }
  return fitting
}

/** What of its declarations a format has no place for, a sentence a variable. `holds` are fields beside name, type and default. */
export function declarationLosses(variables: readonly Variable[], format: string, holds: readonly (keyof Variable)[]): string[] {
  return variables.flatMap((variable) => {
    const { name, type, min, max, pattern, source, sensitive, example, label } = variable
    const missing: [keyof Variable, boolean, string][] = [
      ['type', type === 'longtext' || type === 'date', `that it is a ${type === 'date' ? 'day' : 'long text'}`],
      ['label', label !== undefined, 'its label'],
      ['min', min !== undefined || max !== undefined, 'its least and most'],
      ['pattern', pattern !== undefined, 'its pattern'],
      ['source', source !== 'author', 'that it comes from end users'],
      ['sensitive', sensitive, 'that it is sensitive'],
      ['example', example !== undefined, 'its example'],
    ]
    const lost = missing.flatMap(([field, has, words]) => (has && !holds.includes(field) ? [words] : []))
    return lost.length > 0 ? [`${format} has no place for this of the variable "${name}": ${lost.join(', ')}.`] : []
  })
}

/** The same template without declarations, for judging what else of it is lost. */
export function undeclared(template: PortableTemplate): PortableTemplate {
  return { ...template, versions: template.versions.map((version) => ({ ...version, variables: [] })) }
}
