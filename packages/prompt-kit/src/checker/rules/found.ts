import { applyFix, type Declared } from '../applyFix.ts'
import { check, type CheckOptions } from '../check.ts'
import type { Finding } from '../types.ts'

/** For tests: what one rule finds, as the pieces of text it points at. */
export function found(rule: string, text: string, options: CheckOptions = {}): string[] {
  return findings(rule, text, options).map(({ range }) => text.slice(range.start, range.end))
}

export function findings(rule: string, text: string, options: CheckOptions = {}): Finding[] {
  return check(text, options).filter((each) => each.rule === rule)
}

/** The text and declarations once each finding of the rule that can be mended is, one after the other. */
export function mended(rule: string, text: string, options: CheckOptions = {}): Declared {
  let now: Declared = { text, variables: options.variables ?? [] }
  for (let turn = 0; turn < 50; turn++) {
    const fix = findings(rule, now.text, { ...options, variables: now.variables }).find((each) => each.fix !== undefined)?.fix
    if (fix === undefined) break
    now = applyFix(now, fix)
  }
  return now
}
