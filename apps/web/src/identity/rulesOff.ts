import type { Preferences } from '@prologue/contracts'

/** The same preferences with one rule of the checker switched off, or on again. */
export function withRule(before: Preferences, rule: string, isOff: boolean): Preferences {
  const others = (before.checker?.off ?? []).filter((name) => name !== rule)
  return { ...before, checker: { off: isOff ? [...others, rule] : others } }
}

export const sameNames = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, index) => name === other[index])
