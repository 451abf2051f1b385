import { tokensOf, type Token } from './jinjaTokens.ts'

/** A name with its fields ("city", "forloop.index"), a text, or another value as it is written. */
export type Operand = { kind: 'path' | 'text' | 'value'; text: string }
export type LiquidFilter = { name: string; args: Operand[] }

type Cursor = { tokens: readonly Token[]; at: number }

/** What a variable prints and with which filters; null for what is more than that, as a range. */
export function liquidOutput(text: string): { operand: Operand; filters: LiquidFilter[] } | null {
  const tokens = tokensOf(text)
  if (tokens === null) return null
  const cursor = { tokens, at: 0 }
  const operand = operandAt(cursor)
  const filters: LiquidFilter[] = []
  if (operand === null) return null
  while (take(cursor, 'mark', '|') !== null) {
    const name = take(cursor, 'name')
    if (name === null) return null
    const args: Operand[] = []
    if (take(cursor, 'mark', ':') !== null)
      do {
        const arg = operandAt(cursor)
        if (arg === null) return null
        args.push(arg)
      } while (take(cursor, 'mark', ',') !== null)
    filters.push({ name, args })
  }
  return cursor.at === tokens.length ? { operand, filters } : null
}

/** The operands of a condition with the words between them; null for what is more than that. */
export function liquidCondition(text: string): (Operand | string)[] | null {
  const tokens = tokensOf(text)
  if (tokens === null) return null
  const cursor = { tokens, at: 0 }
  const words: (Operand | string)[] = []
  for (;;) {
    if (take(cursor, 'name', 'not') !== null) words.push('not')
    const operand = operandAt(cursor)
    if (operand === null) return null
    words.push(operand)
    if (cursor.at === tokens.length) return words
    const operator = take(cursor, 'name', 'and', 'or', 'contains') ?? take(cursor, 'mark', '==', '!=', '<=', '>=', '<', '>')
    if (operator === null) return null
    words.push(operator)
  }
}

function operandAt(cursor: Cursor): Operand | null {
  const text = take(cursor, 'text')
  if (text !== null) return { kind: 'text', text }
  const sign = take(cursor, 'mark', '-') ?? ''
  const number = take(cursor, 'number')
  if (number !== null) return { kind: 'value', text: sign + number }
  const name = take(cursor, 'name')
  if (name === null || sign !== '') return null
  if (/^(?:true|false|nil|null)$/.test(name)) return { kind: 'value', text: name }
  if (/^(?:empty|blank)$/.test(name)) return null
  let path = name
  while (take(cursor, 'mark', '.') !== null) {
    const field = take(cursor, 'name')
    if (field === null) return null
    path += `.${field}`
  }
  return { kind: 'path', text: path }
}

function take(cursor: Cursor, kind: Token['kind'], ...texts: string[]): string | null {
  const token = cursor.tokens[cursor.at]
  if (token?.kind !== kind || (texts.length > 0 && !texts.includes(token.text))) return null
  cursor.at++
  return token.text
}
