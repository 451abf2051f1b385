import type { FormatId, PortableTemplate } from '@prologue/prompt-kit/formats'
import { api } from '../../api.ts'

export type Gathered = { templates: PortableTemplate[]; notes: string[] }

/** The templates of these ids, or all of one's own; `onCount` is told how many have come. Ends early when the signal says so. */
export async function gather(
  which: readonly string[] | 'all',
  signal: AbortSignal,
  onCount: (count: number) => void,
): Promise<Gathered> {
  const templates: PortableTemplate[] = []
  const notes: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof api.interchange.exportTemplates.query>> = await api.interchange.exportTemplates.query(
      { ...(which !== 'all' && { ids: [...which] }), ...(cursor !== null && { cursor }) },
      { signal },
    )
    for (const { template, olderLeft } of page.items) {
      templates.push(template)
      if (olderLeft > 0)
        notes.push(`The versions of “${template.title}” up to ${olderLeft} are left out: all of them together are too large.`)
    }
    notes.push(...page.unpublished.map((title) => `“${title}” is left out, as nothing of it is published yet.`))
    onCount(templates.length)
    cursor = page.nextCursor
  } while (cursor !== null)
  return { templates, notes }
}

/** What a format cannot hold of templates, each loss with how many it is true of, the most frequent first. */
export async function lossesOf(id: FormatId, templates: readonly PortableTemplate[]): Promise<{ loss: string; count: number }[]> {
  const { formatOf } = await import('@prologue/prompt-kit/formats')
  const counts = new Map<string, number>()
  for (const template of templates)
    for (const loss of formatOf(id).write?.losses(template) ?? []) counts.set(loss, (counts.get(loss) ?? 0) + 1)
  return [...counts].map(([loss, count]) => ({ loss, count })).toSorted((one, other) => other.count - one.count)
}

/** A file of templates. */
export async function writeFile(id: FormatId, templates: readonly PortableTemplate[]): Promise<Blob> {
  const { formatOf } = await import('@prologue/prompt-kit/formats')
  const { write, mediaType } = formatOf(id)
  const pieces: string[] = []
  for await (const piece of write?.write(inTurn(templates)) ?? []) pieces.push(piece)
  return new Blob(pieces, { type: mediaType })
}

async function* inTurn(templates: readonly PortableTemplate[]): AsyncGenerator<PortableTemplate> {
  yield* templates
}
