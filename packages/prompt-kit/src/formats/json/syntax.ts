import type { Syntax } from '../types.ts'

/** Linear: no brace within, and at most 200 characters. */
const mustache = /\{\{[^{}]{1,200}\}\}/

/** Of a format that fills in {{name}}. */
export function mustacheSyntax(content: string): Syntax | null {
  return mustache.test(content) ? 'mustache' : null
}
