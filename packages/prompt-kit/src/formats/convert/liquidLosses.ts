import type { Variable } from '../../variables/schema.ts'
import type { Syntax } from '../types.ts'
import { writtenIn } from './fromLiquid.ts'

/**
 * What of a template another syntax has no counterpart for, a sentence each, as `fromLiquid` writes it. Without `variables` the content is taken
 * for a template; where they are given and there are none, for plain text.
 */
export function liquidLosses(content: string, to: Syntax, variables?: readonly Variable[]): string[] {
  if (to === 'liquid') return []
  const isTemplate = variables === undefined || variables.length > 0
  const { lostTags, lostFilters, hasLiteral, hasComment } = writtenIn(content, isTemplate, variables ?? [], to)
  const name = names[to]
  const losses: string[] = []
  if (lostTags.size > 0) losses.push(`${name} has nothing for ${listed(lostTags)}; what stands there stays as plain text.`)
  if (lostFilters.size > 0) losses.push(`${name} has nothing for the filters ${listed(lostFilters)}; they are left out.`)
  if (hasLiteral) losses.push(`${name} takes braces of the plain text for variables.`)
  if (hasComment) losses.push('Comments are left out.')
  return losses
}

const names: Record<Exclude<Syntax, 'liquid'>, string> = {
  mustache: 'Mustache',
  handlebars: 'Handlebars',
  jinja: 'Jinja',
  'f-string': 'The syntax {name}',
  dollar: 'The syntax ${name}',
}

const mostListed = 10

function listed(words: ReadonlySet<string>): string {
  const shown = [...words].slice(0, mostListed).join(', ')
  return words.size > mostListed ? `${shown} and more` : shown
}
