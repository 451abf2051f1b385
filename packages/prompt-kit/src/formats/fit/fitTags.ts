import type { Room } from './fitTemplate.ts'

/** Tags in small letters, each once; the first of them where they are too many, and of one that is too long its beginning. */
export function fitTags(tags: readonly string[], room: Pick<Room, 'tag' | 'tags'>, notes: string[]): string[] {
  const short = tags.map((tag) => {
    const small = tag.trim().toLowerCase()
    if (small.length <= room.tag) return small
    notes.push(`Tags are cut to ${room.tag} characters.`)
    return small
      .slice(0, room.tag)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trim()
  })
  const fitting = [...new Set(short)].filter((tag) => tag !== '')
  const left = fitting.slice(room.tags)
  if (left.length > 0) notes.push(`A template can have ${room.tags} tags; ${left.length} more are left out.`)
  return fitting.slice(0, room.tags)
}
