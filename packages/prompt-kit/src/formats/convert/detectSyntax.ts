import { foreignVariables } from '../../checker/foreignSyntax.ts'
import { readText } from '../../checker/document/readText.ts'
import { allowedFilters } from '../../variables/liquid.ts'
import { templateFault } from '../../variables/parseTemplate.ts'
import type { Syntax } from '../types.ts'
import { braceTags } from './braceTags.ts'
import { jinjaFilters } from './jinjaFilters.ts'
import { jinjaTags } from './jinjaTokens.ts'
import { isPath } from './pieces.ts'

/** Characters that are looked at. */
const longestLook = 100_000

/** Which syntax the variables of a text are written in, as far as its signs tell; null where it seems to have none. */
export function detectSyntax(content: string): Syntax | null {
  const text = content.slice(0, longestLook)
  const braces = braceSyntax(text)
  const forms = foreignVariables(readText(text, false)).map(({ form }) => form)
  const dollars = forms.filter((form) => form.startsWith('$')).length
  if (braces !== null && braces.count >= dollars) return braces.syntax
  if (dollars > 0) return 'dollar'
  return forms.includes('{name}') ? 'f-string' : null
}

/** Two braces or tags with percent signs, and how many. */
function braceSyntax(text: string): { syntax: Syntax; count: number } | null {
  const tags = [...jinjaTags(text)]
  const blocks = tags.filter(({ kind, inner }) => kind === 'tag' && blockTag.test(inner)).map(({ inner }) => inner)
  const outputs = tags.filter(({ kind, start }) => kind === 'output' && text.charAt(start - 1) !== '$').map(({ inner }) => inner)
  const piped = outputs.filter((inner) => /^\s*[\p{L}_][\p{L}\p{N}_.]*\s*\|\s*[a-z_]+\s*(?:$|[(:|])/u.test(inner))
  if (blocks.length > 0 || piped.length > 0) {
    const count = blocks.length + outputs.length
    if (
      blocks.some((inner) => jinjaTag.test(inner)) ||
      outputs.some((inner) => /\bloop\./.test(inner)) ||
      piped.some((inner) => !isLiquidOutput(inner))
    )
      return { syntax: 'jinja', count }
    const isLiquid = blocks.some((inner) => liquidTag.test(inner)) || piped.length > 0 || templateFault(text) === null
    return { syntax: isLiquid ? 'liquid' : 'jinja', count }
  }
  const inners = [...braceTags(text, false)]
    .filter(({ kind, start }) => kind === 'tag' && text.charAt(start - 1) !== '$')
    .map(({ inner }) => inner.trim())
  if (inners.some((inner) => handlebarsTag.test(inner))) return { syntax: 'handlebars', count: inners.length }
  const count = inners.filter((inner) => isPath(inner.replace(/^[#^/&>]\s*/, ''), true)).length
  return count > 0 ? { syntax: 'mustache', count } : null
}

const blockTag =
  /^\s*(?:end)?(?:if|elif|elsif|else|for|set|block|macro|raw|unless|case|when|assign|capture|render|include|extends|import|from|call|filter|comment|with)\b/
const jinjaTag =
  /^\s*(?:end)?(?:elif|set|block|macro|extends|import|from|call|filter|with)\b|\bis (?:not )?(?:defined|none)\b|\bloop\.|^\s*for\b.*[,(]|^\s*if\b.*\bin\b/
const liquidTag = /^\s*(?:end)?(?:elsif|unless|case|when|assign|capture|render|comment)\b|\bcontains\b|\bforloop\./
const handlebarsTag = /^(?:#(?:if|each|unless|with)\s|else\b|[@]|this\b|\.\.\/|role\s+["'])/

/** Whether its filters are those of Liquid: with a colon before what they take, or of names that only Liquid has. */
function isLiquidOutput(inner: string): boolean {
  const [, name = '', mark = ''] = /\|\s*([a-z_]+)\s*([(:]?)/.exec(inner) ?? []
  if (mark !== '') return mark === ':'
  return (
    allowedFilters.includes(name) &&
    !(Object.hasOwn(jinjaFilters, name) && !['first', 'last', 'sort', 'capitalize', 'default'].includes(name))
  )
}
