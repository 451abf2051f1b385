import { z } from 'zod'
import type { Unfinished } from './unfinished.ts'

const unfinishedSchema = z.object({
  content: z.string(),
  variables: z.array(z.record(z.string(), z.unknown())),
  settings: z.record(z.string(), z.unknown()),
})
const keptSchema = z.object({
  /** What was written, and what the server had when it was begun. */
  written: unfinishedSchema,
  from: unfinishedSchema,
  revision: z.int(),
  basedOn: z.int(),
  /** Milliseconds since 1970. */
  at: z.number(),
})

/** What one page has written that the server lacks. */
export type KeptDraft = Omit<z.infer<typeof keptSchema>, 'written' | 'from'> & { written: Unfinished; from: Unfinished }

/** Whose writing on which template. */
export type KeptPlace = { templateId: string; personId: string }

const keysOf = ({ templateId, personId }: KeptPlace) => `prologue.template.${templateId}.${personId}.`

/** False where this browser keeps nothing, or has no room. */
export function keepDraft(place: KeptPlace, pageId: string, kept: KeptDraft): boolean {
  try {
    localStorage.setItem(keysOf(place) + pageId, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export function forgetDraft(place: KeptPlace, pageId: string): void {
  try {
    localStorage.removeItem(keysOf(place) + pageId)
  } catch {
    // Where nothing may be kept, nothing is there.
  }
}

/** What pages that are closed by now have left, the oldest first. */
export async function abandonedDrafts(place: KeptPlace): Promise<{ pageId: string; kept: KeptDraft }[]> {
  const open = await openPages()
  return pagesIn(place)
    .filter((pageId) => !open.has(pageId))
    .flatMap((pageId) => {
      const kept = read(keysOf(place) + pageId)
      return kept ? [{ pageId, kept }] : []
    })
    .toSorted((one, other) => one.kept.at - other.kept.at)
}

function pagesIn(place: KeptPlace): string[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(keysOf(place)))
    return keys.map((key) => key.slice(keysOf(place).length))
  } catch {
    return []
  }
}

function read(key: string): KeptDraft | null {
  try {
    return keptSchema.parse(JSON.parse(localStorage.getItem(key) ?? ''))
  } catch {
    return null
  }
}

const lockOf = (pageId: string) => `prologue.page.${pageId}`

/** An id for a page, under which the others know that it is open, until `close`. */
export function openPage(): { pageId: string; close: () => void } {
  const pageId = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
  const { promise, resolve } = Promise.withResolvers<void>()
  // Browsers have locks only where the line is safe. Without them what an open page has is taken for left: it stands here twice then.
  void locks()?.request(lockOf(pageId), () => promise)
  return { pageId, close: resolve }
}

async function openPages(): Promise<ReadonlySet<string>> {
  const held = (await locks()?.query())?.held ?? []
  const beginning = lockOf('')
  return new Set(held.flatMap(({ name }) => (name?.startsWith(beginning) ? [name.slice(beginning.length)] : [])))
}

function locks(): LockManager | undefined {
  return 'locks' in navigator ? navigator.locks : undefined
}
