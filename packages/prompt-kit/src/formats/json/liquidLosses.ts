import { toValueSync, type Template } from 'liquidjs'
import { parseTemplate } from '../../variables/parseTemplate.ts'
import type { PortableVersion } from '../types.ts'

/** What of our template language stands in a content beside plain {{ name }}: tags, and variables with more to them. */
function beyondNames(templates: readonly Template[], found = new Set<string>()): Set<string> {
  for (const template of templates) {
    const text = template.token.getText()
    const tag = /^\{%-?\s*(\w+)/.exec(text)?.[1]
    if (tag !== undefined) found.add(`{% ${tag} %}`)
    else if (text.startsWith('{{') && !/^\{\{\s*\w+\s*\}\}$/.test(text))
      found.add(text.length > 60 ? `${text.slice(0, 60)}…` : text)
    if (template.children === undefined) continue
    beyondNames(toValueSync<Template[]>(template.children(false, true)), found)
  }
  return found
}

/** What a format that fills in {{ name }} and no more loses of a content, a sentence each. */
export function liquidLosses({ content, variables }: PortableVersion, format: string): string[] {
  if (variables.length === 0) {
    return content.includes('{{') ? [`${format} takes what stands in {{…}} for a variable, which the text does not mean.`] : []
  }
  const parsed = parseTemplate(content)
  const found = parsed.ok ? [...beyondNames(parsed.templates)] : []
  if (found.length === 0) return []
  const names = `${found.slice(0, 10).join(', ')}${found.length > 10 ? ' and more' : ''}`
  return [`${format} does not know what this stands for and has it as text: ${names}.`]
}

/** The same of a format that fills in nothing. */
export function unfilledLosses({ variables }: PortableVersion, format: string): string[] {
  return variables.length > 0
    ? [`${format} fills in no variables: {{ ${variables[0]?.name ?? ''} }} and all marks like it stand in the text as they are.`]
    : []
}
