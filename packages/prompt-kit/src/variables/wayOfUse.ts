import type { WayOfUse } from './declarationOf.ts'

/** Farther back than this, in characters, no tag is looked at. */
const nearby = 60

/** What a template does with the variable whose name begins at `start`: the tag right before it tells. */
export function wayOfUse(content: string, start: number): WayOfUse {
  const before = content.slice(Math.max(0, start - nearby), start)
  if (/\{%-?\s{0,9}for\s+\w+\s+in\s+$/.test(before)) return 'listed'
  return /\{%-?\s{0,9}(?:if|unless|elsif)\s+$/.test(before) ? 'tested' : 'printed'
}
