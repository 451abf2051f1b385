import { JSONParser } from '@streamparser/json'
import type { z } from 'zod'
import { jsonLines } from './jsonLines.ts'
import { FormatFault } from './types.ts'

/** Bytes of a file that is read whole. */
const mostBytes = 20_000_000
/** Lists and objects within each other. */
const deepest = 100

/** A text as a file comes: in pieces, here one. */
export async function* fromText(text: string): AsyncGenerator<string> {
  yield text
}

/**
 * The text of a file that is read whole, without the byte order mark some programs put before it.
 * @throws FormatFault over 20 MB
 */
export async function wholeText(text: AsyncIterable<string>): Promise<string> {
  const encoder = new TextEncoder()
  const pieces: string[] = []
  let bytes = 0
  for await (const piece of text) {
    bytes += piece.length > mostBytes ? piece.length : encoder.encode(piece).length
    if (bytes > mostBytes) throw new FormatFault(1, 'The file is larger than 20 MB.')
    pieces.push(piece)
  }
  return withoutMark(pieces.join(''))
}

/** The beginning of a file without a byte order mark. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** The line of a place in a text, counted from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/**
 * What a text holds as JSON. A key `__proto__` is left out.
 * @throws FormatFault with the line that is not JSON or is nested too deep
 */
export function readJson(text: string): unknown {
  return readJsonWithLines(text).value
}

/** The same, with the line on which a value begins; of a path that leads nowhere, the line of the last value on the way. */
export function readJsonWithLines(text: string): { value: unknown; lineOf: (path: readonly PropertyKey[]) => number } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw syntaxFault(text)
  }
  const lineOf = jsonLines(text)
  tame(value, lineOf)
  return { value, lineOf }
}

/** Which field of an item is not as it should be, and how it should be, in a sentence: of several the first. */
export function reasonOf({ issues: [issue] }: z.ZodError): string {
  if (issue === undefined) return 'This cannot be read.'
  const [first = '', ...rest] = issue.path
  const steps = rest.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
  const isMissing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined')
  const field = issue.path.length === 0 ? 'The item' : `The field "${String(first)}${steps.join('')}"`
  if (isMissing) return `${field} is missing.`
  if (issue.code === 'invalid_type') return `${field} should be ${kinds[issue.expected] ?? issue.expected}.`
  if (issue.code === 'invalid_value')
    return `${field} should be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}.`
  if (issue.code === 'invalid_union') return `${field} has a shape that is not known here.`
  return `${field} does not fit: ${issue.message}`
}

const kinds: Partial<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/**
 * Takes `__proto__` out of all objects of what was read: put into another object such a key would change what that one is.
 * @throws FormatFault where it is nested so deep that who walks through it might run out of stack
 */
function tame(value: unknown, lineOf: (path: readonly PropertyKey[]) => number, path: PropertyKey[] = []): void {
  if (typeof value !== 'object' || value === null) return
  if (path.length >= deepest) throw new FormatFault(lineOf(path), `This is nested more than ${deepest} deep.`)
  if (Object.hasOwn(value, '__proto__')) Reflect.deleteProperty(value, '__proto__')
  for (const [key, child] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    path.push(key)
    tame(child, lineOf, path)
    path.pop()
  }
}

export const jsonIsWrong = 'This is not JSON: look for a comma, a quote or a bracket too many or too few.'
export const jsonEndsTooSoon = 'The JSON ends too soon: a bracket or a quote is not closed.'

/** No two engines tell alike where JSON ends to be it; read line by line, it is the line that is refused. */
function syntaxFault(text: string): FormatFault {
  const parser = new JSONParser({ paths: ['$'], keepStack: false })
  parser.onValue = () => {}
  const lines = text.split('\n')
  for (const [index, line] of lines.entries()) {
    try {
      parser.write(`${line}\n`)
    } catch {
      return new FormatFault(index + 1, jsonIsWrong)
    }
  }
  return new FormatFault(lines.length, jsonEndsTooSoon)
}
