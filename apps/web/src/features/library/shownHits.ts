import type { TemplateHit } from '@prologue/contracts'
import type { InfiniteData } from '@tanstack/solid-query'

export type ShownHits = InfiniteData<{ items: TemplateHit[]; nextCursor: string | null }, string | null>

/** A list in which one template is a favourite, or is none any more. */
export function withFavourite(shown: ShownHits, id: string, isFavourite: boolean): ShownHits {
  const pages = shown.pages.map((page) => ({
    ...page,
    items: page.items.map((hit) => (hit.template.id === id ? { ...hit, isFavourite } : hit)),
  }))
  return { ...shown, pages }
}

/** A list without some of its templates. */
export function withoutTemplates(shown: ShownHits, ids: readonly string[]): ShownHits {
  const gone = new Set(ids)
  const pages = shown.pages.map((page) => ({ ...page, items: page.items.filter(({ template }) => !gone.has(template.id)) }))
  return { ...shown, pages }
}
