import { z } from 'zod'
import { longestMatched, makeMatcher, wholePattern } from './pattern.ts'
import type { Variable, VariableType } from './schema.ts'

/** Characters (UTF-16 units) that a value may have where the declaration sets no other bound. */
const longestText = 2000
const longestLongtext = 100_000
const longestItem = 2000
const mostItems = 1000

const schemas: Record<VariableType, (variable: Variable) => z.ZodType> = {
  text({ min, max = longestText, pattern }) {
    const line = z.string().regex(/^[^\r\n]*$/, 'Use one line.')
    if (pattern === undefined) return lengths(line, min, Math.min(max, longestText))
    const matched = line.refine(makeMatcher(pattern), 'This does not have the form that is asked for.')
    // What is told to others still names the pattern; a browser's way to match it is never used here.
    return lengths(matched, min, Math.min(max, longestMatched)).meta({ pattern: wholePattern(pattern).source })
  },
  longtext: ({ min, max = longestLongtext }) => lengths(z.string(), min, Math.min(max, longestLongtext)),
  number: ({ min, max }) => range(z.number('Use a number.'), min, max),
  integer: ({ min, max }) => range(z.int('Use a whole number.'), min, max),
  enum: ({ options = [] }) => z.enum(options, 'Choose one of the options.'),
  boolean: () => z.boolean('Say yes or no.'),
  date: () => z.iso.date('Use a day such as 2026-11-22.'),
  list({ min = 0, max = mostItems }) {
    const item = z.string().max(longestItem, `Use at most ${longestItem} characters for one.`)
    const most = Math.min(max, mostItems)
    return z.array(item, 'Use a list of texts.').min(min, `List at least ${min}.`).max(most, `List at most ${most}.`)
  },
}

/** What a value of this variable must be, whether or not it is required. */
export function valueSchema(variable: Variable): z.ZodType {
  return schemas[variable.type](variable)
}

function lengths(text: z.ZodString, min: number | undefined, max: number): z.ZodString {
  const bounded = text.max(max, `Use at most ${max} characters.`)
  return min === undefined ? bounded : bounded.min(min, `Use at least ${min} characters.`)
}

function range(number: z.ZodNumber, min: number | undefined, max: number | undefined): z.ZodNumber {
  const from = min === undefined ? number : number.min(min, `Use ${min} or more.`)
  return max === undefined ? from : from.max(max, `Use ${max} or less.`)
}
