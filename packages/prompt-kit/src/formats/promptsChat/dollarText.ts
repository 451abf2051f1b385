import { listUses } from '../../variables/listUses.ts'
import type { PortableVersion } from '../types.ts'

/** `${name}` or `${name:default}`; linear, as no brace stands within and what does is bounded. */
const variable = /\$\{[A-Za-z]\w{0,99}(?:[ -]\w{1,100}){0,10}(?::[^{}]{0,2000})?\}/

export function hasDollarVariables(content: string): boolean {
  return variable.test(content)
}

/** The text with its plain variables as `${name:default}`; what else of the template language it has stays as it is. */
export function dollarText({ content, variables }: PortableVersion): string {
  if (variables.length === 0) return content
  const defaults = new Map(variables.map((each) => [each.name, each.default]))
  let text = ''
  let from = 0
  for (const { name, range } of listUses(content)) {
    const before = content.slice(from, range.start).trimEnd()
    const close = /^\s{0,100}\}\}/.exec(content.slice(range.end, range.end + 102))?.[0]
    if (!before.endsWith('{{') || close === undefined) continue
    text += `${before.slice(0, -2)}\${${name}${defaultText(defaults.get(name))}}`
    from = range.end + close.length
  }
  return text + content.slice(from)
}

/** Nothing where the default could not be told from what ends it. */
function defaultText(value: PortableVersion['variables'][number]['default']): string {
  if (value === undefined || Array.isArray(value)) return ''
  return /[{}]/.test(String(value)) ? '' : `:${value}`
}
