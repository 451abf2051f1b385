import { templateFault } from '../../variables/parseTemplate.ts'
import type { Variable } from '../../variables/schema.ts'
import { liquidParts, type LiquidTag } from './liquidParts.ts'
import { targets, type TargetSyntax } from './targets.ts'
import { writeParts, type Written } from './writeParts.ts'

/**
 * A template in the syntax of another tool; without variables it is plain text, whose braces are made to mean nothing where the syntax has a way.
 * Tags it does not know stay as they are, as plain text, and filters it does not know are left out: `liquidLosses` names both. Mustache and
 * Handlebars take the line of a tag that stands alone away, which Liquid does only where a dash says so.
 */
export function fromLiquid(content: string, variables: readonly Variable[], to: TargetSyntax): string {
  return writtenIn(content, variables, to).text
}

/** The same with what was lost. What declares variables and cannot be read is in no language of ours, and stays as it is. */
export function writtenIn(content: string, variables: readonly Variable[], to: TargetSyntax): Written {
  const target = targets[to]
  const isTemplate = variables.length > 0
  if (isTemplate && templateFault(content) !== null)
    return { text: content, lostTags: new Set(), lostFilters: new Set(), hasLiteral: true, hasComment: false }
  const parts = isTemplate ? liquidParts(content) : [{ kind: 'text' as const, text: content }]
  const looped = parts.flatMap((part) =>
    part.kind === 'tag' && part.name === 'for' ? [/\bin\s+([a-z]\w*)/.exec(part.args)?.[1] ?? ''] : [],
  )
  const lists = new Set([...looped, ...variables.flatMap(({ name, type }) => (type === 'list' ? [name] : []))])
  return writeParts(parts, target, lists, (name, tag) => variableText(name, tag, variables, to))
}

function variableText(name: string, tag: LiquidTag, variables: readonly Variable[], to: TargetSyntax): string {
  if (to === 'f-string') return `{${name}}`
  if (to === 'dollar') {
    const standard = variables.find((variable) => variable.name === name)?.default
    const text = standard === undefined || Array.isArray(standard) ? '' : String(standard)
    const isKept = text !== '' && text === text.trim() && text.length <= 2000 && !/[{}]/.test(text)
    return isKept ? `\${${name}:${text}}` : `\${${name}}`
  }
  // Plain variables are the same there and here.
  return tag.args === name && !tag.hasDash ? tag.source : `{{ ${name} }}`
}
