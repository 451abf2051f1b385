import type { WayOfUse } from '../../variables/declarationOf.ts'
import { filterArguments, jinjaFilters } from './jinjaFilters.ts'
import { tokensOf, type Token } from './jinjaTokens.ts'
import { quoted, type Code, type CodePart, type Use } from './pieces.ts'

/** What a name that a loop made stands for in Liquid; a string says why it stands for nothing. Null: it is a variable. */
export type Scope = (path: readonly string[]) => { code: Code } | string | null

/** `literal` is the text of an expression that is nothing but a text. */
export type Expression = { code: CodePart[]; uses: Use[]; literal: string | null }

/** Thrown within, and caught where an expression is read. */
class Unknown extends Error {}

/** What prints, with its filters → Liquid, or why there is none. */
export function readOutput(text: string, scope: Scope): Expression | string {
  return reading(text, scope, (reader) => reader.filtered())
}

/** What an if asks for → Liquid, or why there is none. */
export function readCondition(text: string, scope: Scope): Expression | string {
  return reading(text, scope, (reader) => reader.condition())
}

function reading(text: string, scope: Scope, read: (reader: ReturnType<typeof makeReader>) => Expression): Expression | string {
  const tokens = tokensOf(text)
  if (tokens === null || tokens.length === 0) return 'This cannot be read.'
  try {
    const reader = makeReader(tokens, scope)
    const expression = read(reader)
    reader.end()
    return expression
  } catch (error) {
    if (error instanceof Unknown) return error.message
    throw error
  }
}

const comparisons = ['==', '!=', '<=', '>=', '<', '>']
const literals: Record<string, string> = { true: 'true', True: 'true', false: 'false', False: 'false', none: 'nil', None: 'nil' }

function makeReader(tokens: readonly Token[], scope: Scope) {
  let at = 0
  const peek = (kind: Token['kind'], ...texts: string[]) => {
    const token = tokens[at]
    return token?.kind === kind && (texts.length === 0 || texts.includes(token.text))
  }
  const take = (kind: Token['kind'], ...texts: string[]): string | null => {
    if (!peek(kind, ...texts)) return null
    return tokens[at++]?.text ?? null
  }
  const unknown = () => new Unknown(`"${tokens[at]?.text ?? tokens.at(-1)?.text ?? ''}" has no counterpart here.`)

  function operand(way: WayOfUse): Expression {
    const text = take('text')
    if (text !== null) return { code: [quoted(text)], uses: [], literal: text }
    const sign = take('mark', '-') ?? ''
    const number = take('number')
    if (number !== null) return { code: [sign + number], uses: [], literal: null }
    const name = take('name')
    if (name === null || sign !== '') throw unknown()
    const literal = Object.hasOwn(literals, name) ? literals[name] : undefined
    if (literal !== undefined) return { code: [literal], uses: [], literal: null }
    const path = [name]
    while (take('mark', '.') !== null) {
      const next = take('name')
      if (next === null) throw unknown()
      path.push(next)
    }
    if (peek('mark', '(', '[')) throw new Unknown('Only plain variables are known here.')
    const known = scope(path)
    if (typeof known === 'string') throw new Unknown(known)
    if (known !== null) return { code: [...known.code], uses: [], literal: null }
    const source = path.join('.')
    return { code: [{ variable: source }], uses: [{ source, way }], literal: null }
  }

  function filtered(): Expression {
    const result = operand('printed')
    const [variable] = result.uses
    for (let count = 0; take('mark', '|') !== null; count++) {
      const name = take('name') ?? ''
      const args = filterArguments({ peek, take })
      const filter = Object.hasOwn(jinjaFilters, name) ? jinjaFilters[name]?.(args ?? []) : undefined
      if (args === null || filter === undefined) throw new Unknown(`The filter "${name}" has no counterpart here.`)
      const isFirst = count === 0 && variable !== undefined
      if (isFirst && filter.standard !== undefined) {
        variable.standard = filter.standard
        result.code.push({ standardOf: variable.source, standard: filter.standard })
      } else result.code.push(filter.liquid)
      if (filter.isOfLists === true && variable !== undefined) variable.way = 'listed'
      result.literal = null
    }
    return result
  }

  function comparison(): Expression {
    const first = operand('tested')
    const is = take('name', 'is')
    if (is !== null) return test(first)
    const isIn = take('name', 'in')
    const operator = isIn ?? take('mark', ...comparisons)
    if (operator === null) {
      if (peek('mark', '|')) throw new Unknown('Liquid has no filters in a condition.')
      return first
    }
    const second = operand('tested')
    const other = (one: Expression): WayOfUse => {
      const [part] = one.code
      if (isIn !== null || typeof part !== 'string') return 'compared'
      return /^-?\d/.test(part) ? 'measured' : part.startsWith('"') ? 'compared' : 'tested'
    }
    for (const use of first.uses) use.way = other(second)
    for (const use of second.uses) use.way = other(first)
    const code = isIn === null ? [...first.code, ` ${operator} `, ...second.code] : [...second.code, ' contains ', ...first.code]
    return { code, uses: [...first.uses, ...second.uses], literal: null }
  }

  function test(first: Expression): Expression {
    const not = take('name', 'not') !== null
    const what = take('name', 'defined', 'none', 'None', 'undefined')
    if (what === null) throw unknown()
    const isThere = (what === 'defined') !== not
    return { ...first, code: [...first.code, isThere ? ' != nil' : ' == nil'] }
  }

  function condition(): Expression {
    const code: CodePart[] = []
    const uses: Use[] = []
    let hasAnd = false
    for (;;) {
      if (take('name', 'not') !== null) code.push('not ')
      const term = comparison()
      code.push(...term.code)
      uses.push(...term.uses)
      const joint = take('name', 'and', 'or')
      if (joint === null) return { code, uses, literal: null }
      // Liquid reads from the right, so that only what is read the same from both sides can be said.
      if (joint === 'or' && hasAnd) throw new Unknown('Liquid has no counterpart for "or" after "and".')
      hasAnd ||= joint === 'and'
      code.push(` ${joint} `)
    }
  }

  function end(): void {
    if (at < tokens.length) throw unknown()
  }

  return { filtered, condition, end }
}
