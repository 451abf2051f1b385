import type { Syntax } from '@prologue/prompt-kit/formats'
import type { Became } from './createImport.ts'
import type { Preview } from './previewItem.ts'

const number = (count: number) => count.toLocaleString('en')

export function countOf(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`
}

export const syntaxWords: Record<Syntax, string> = {
  liquid: '{{ name }}',
  mustache: 'Mustache',
  handlebars: 'Handlebars',
  jinja: 'Jinja',
  'f-string': '{name}',
  dollar: '${name}',
}

/** What stands beside the title of an item: what became of it, or what would. */
export function stateOf(item: Preview, became: Became | undefined): { word: string; tone: 'good' | 'bad' | 'plain' } {
  const reason = item.reason ?? (became !== undefined && 'reason' in became ? became.reason : null)
  if (reason !== null) return { word: reason, tone: 'bad' }
  if (became !== undefined) return { word: 'Imported', tone: 'good' }
  const { syntax, variables } = item
  if (variables.length > 0) return { word: countOf(variables.length, 'variable', 'variables'), tone: 'plain' }
  const isPlain = syntax === null || syntax === 'liquid'
  return { word: isPlain ? 'Plain text' : `Plain text with ${syntaxWords[syntax]} in it`, tone: 'plain' }
}

export function isRefused(item: Preview, became: Became | undefined): boolean {
  return item.reason !== null || (became !== undefined && 'reason' in became)
}
