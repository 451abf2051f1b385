import { markSections } from '@prologue/prompt-kit'

/** Sections in which people wrote while something was about to be applied. */
export function movedSections(before: string, current: string): Set<string> {
  if (before === current) return new Set()
  const [then, now] = [markSections(before), markSections(current)]
  return new Set([...then.keys(), ...now.keys()].filter((name) => then.get(name) !== now.get(name)))
}
