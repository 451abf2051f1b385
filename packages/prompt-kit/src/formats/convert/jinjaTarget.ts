import { liquidCondition, type LiquidFilter, type Operand } from './liquidExpression.ts'

const names: Record<string, string> = {
  upcase: 'upper',
  downcase: 'lower',
  capitalize: 'capitalize',
  strip: 'trim',
  size: 'length',
  number_of_words: 'wordcount',
  json: 'tojson',
  first: 'first',
  last: 'last',
  sort: 'sort',
  uniq: 'unique',
}
const loopFacts: Record<string, string> = {
  index: 'index',
  index0: 'index0',
  rindex: 'revindex',
  rindex0: 'revindex0',
  first: 'first',
  last: 'last',
  length: 'length',
}

/** A filter that says the same in Jinja, null where there is none. */
function jinjaFilter({ name, args }: LiquidFilter): string | null {
  const written = args.map(operandText)
  if (written.includes(null)) return null
  if (args.length === 0 && Object.hasOwn(names, name)) return names[name] ?? null
  if (name === 'default' && args.length === 1) return `default(${written.join()}, true)`
  if (name === 'join' && args.length < 2) return `join(${args.length === 0 ? '" "' : written.join()})`
  return name === 'replace' && args.length === 2 ? `replace(${written.join(', ')})` : null
}

/** What prints, without its braces, and the filters that have no counterpart. */
export function jinjaOutput(operand: Operand, filters: readonly LiquidFilter[]): [string, LiquidFilter[]] | null {
  const lost: LiquidFilter[] = []
  let text = operandText(operand)
  if (text === null) return null
  for (const filter of filters) {
    const written = jinjaFilter(filter)
    if (written === null) lost.push(filter)
    else text += ` | ${written}`
  }
  return [text, lost]
}

/** A condition of Liquid in Jinja, null where it would be read otherwise. */
export function jinjaCondition(text: string): string | null {
  const words = liquidCondition(text)
  if (words === null || (words.lastIndexOf('or') > words.indexOf('and') && words.includes('and'))) return null
  const written: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    const next = words[at + 2]
    if (word === undefined) continue
    const text = typeof word === 'string' ? word : operandText(word)
    if (text === null) return null
    if (words[at + 1] === 'contains' && next !== undefined && typeof next !== 'string') {
      const part = operandText(next)
      if (part === null) return null
      written.push(`${part} in ${text}`)
      at += 2
    } else written.push(text)
  }
  return written.join(' ')
}

function operandText({ kind, text }: Operand): string | null {
  if (kind === 'text') return JSON.stringify(text)
  if (kind === 'value') return /^(?:nil|null)$/.test(text) ? 'none' : text
  const [root = '', field, ...more] = text.split('.')
  if (field === undefined) return root
  if (root === 'forloop') {
    const fact = Object.hasOwn(loopFacts, field) ? loopFacts[field] : undefined
    return fact === undefined || more.length > 0 ? null : `loop.${fact}`
  }
  return field === 'size' && more.length === 0 ? `${root} | length` : null
}
