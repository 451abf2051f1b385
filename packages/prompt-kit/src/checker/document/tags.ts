import { defaultOptions, TagToken, Tokenizer } from 'liquidjs'
import type { Span } from '../../brief/schema.ts'

/** `output` is {{ … }}, `tag` is {% … %}, `hidden` is what stands between the tags of a comment or of raw text. */
export type TemplateTag = Span & { kind: 'output' | 'tag' | 'hidden'; name: string | null }

/** The tags of a template that can be read, in order. */
export function tagsOf(text: string): TemplateTag[] {
  const tags: TemplateTag[] = []
  let hiding: { until: string; from: number } | null = null
  for (const token of new Tokenizer(text).readTopLevelTokens(defaultOptions)) {
    const { begin: start, end } = token
    const name = token instanceof TagToken ? token.name : null
    if (hiding !== null) {
      if (name !== hiding.until) continue
      tags.push({ kind: 'hidden', name: null, start: hiding.from, end: start })
      hiding = null
    }
    const kind = name !== null ? 'tag' : text.startsWith('{{', start) && !isRaw(tags) ? 'output' : null
    if (kind !== null) tags.push({ kind, name, start, end })
    if (name === 'raw' || name === 'comment') hiding = { until: `end${name}`, from: end }
  }
  return tags
}

/** Whether what comes next is raw text. */
function isRaw(tags: readonly TemplateTag[]): boolean {
  return tags.at(-1)?.name === 'raw'
}

/** The stretches between an opening block tag (if, for, case …) and its end, the outermost alone. */
export function blocksOf(tags: readonly TemplateTag[]): Span[] {
  const blocks: Span[] = []
  let depth = 0
  let start = 0
  for (const { kind, name, ...tag } of tags) {
    if (kind !== 'tag' || name === null) continue
    if (/^(?:if|unless|case|for)$/.test(name)) {
      if (depth === 0) start = tag.start
      depth++
    } else if (/^end(?:if|unless|case|for)$/.test(name)) {
      depth--
      if (depth === 0) blocks.push({ start, end: tag.end })
    }
  }
  return blocks
}
