import type { PortableVersion } from '../types.ts'
import { writtenIn } from './fromLiquid.ts'
import type { TargetSyntax } from './targets.ts'

type Text = Pick<PortableVersion, 'content' | 'variables'>

/** What of a content is lost where `fromLiquid` writes it in another syntax, a sentence each; `name` is what people call who reads it. */
export function liquidLosses({ content, variables }: Text, to: TargetSyntax, name: string): string[] {
  const { lostTags, lostFilters, hasLiteral, hasComment } = writtenIn(content, variables, to)
  const losses: string[] = []
  if (lostTags.size > 0) losses.push(`${name} has nothing for ${listed(lostTags)}; what stands there stays as plain text.`)
  if (lostFilters.size > 0) losses.push(`${name} has nothing for the filters ${listed(lostFilters)}; they are left out.`)
  if (hasLiteral) losses.push(`${name} takes braces of the plain text for variables.`)
  if (hasComment) losses.push('Comments are left out.')
  return losses
}

/** The same of what fills in nothing: all marks stand in the text as they are. */
export function unfilledLosses({ variables: [variable] }: Text, name: string): string[] {
  return variable === undefined
    ? []
    : [`${name} fills in no variables: {{ ${variable.name} }} and all marks like it stand in the text as they are.`]
}

const mostListed = 10

function listed(words: ReadonlySet<string>): string {
  const shown = [...words].slice(0, mostListed).join(', ')
  return words.size > mostListed ? `${shown} and more` : shown
}
