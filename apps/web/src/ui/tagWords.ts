import { limits } from '@prologue/contracts'

/** The tags with those in `words` after them, which commas part, in small letters and each once; `refused` says in a sentence what there was no place for. */
export function addTags(tags: readonly string[], words: string): { tags: readonly string[]; refused?: string } {
  const written = words
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '')
  const fresh = [...new Set(written)].filter((word) => !tags.includes(word))
  const fitting = fresh.filter((word) => word.length <= limits.tag)
  const all = [...tags, ...fitting].slice(0, Math.max(limits.tags, tags.length))
  if (fitting.length < fresh.length) return { tags: all, refused: `A tag can have ${limits.tag} characters.` }
  if (all.length < tags.length + fitting.length) return { tags: all, refused: `No more than ${limits.tags} tags fit.` }
  return { tags: all }
}
