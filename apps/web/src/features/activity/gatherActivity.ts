import { api } from '../../api.ts'
import { activityFiles, type ActivityFile } from './activityFile.ts'
import type { ActivityChoice } from './choice.ts'

/** A file of all that passes, page by page; `onCount` is told how many events are in it. Ends early when the signal says so. */
export async function gatherActivity(
  choice: ActivityChoice,
  kind: ActivityFile,
  { signal, onCount }: { signal: AbortSignal; onCount: (count: number) => void },
): Promise<Blob> {
  const { begins, written, type } = activityFiles[kind]
  // The browser keeps what is in a blob out of the memory of the page, where it is much.
  const parts = [new Blob([begins()])]
  let count = 0
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof api.activity.export.query>> = await api.activity.export.query(
      { ...choice, ...(cursor !== null && { cursor }) },
      { signal },
    )
    parts.push(new Blob([page.items.map(written).join('')]))
    count += page.items.length
    onCount(count)
    cursor = page.nextCursor
  } while (cursor !== null)
  return new Blob(parts, { type })
}
