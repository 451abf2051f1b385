import { setTimeout as sleep } from 'node:timers/promises'
import { createLetters } from '../collab/load/letters.ts'
import type { Letters } from '../collab/load/letters.ts'
import { openColdReader } from '../collab/load/openColdReader.ts'
import { createWriter } from './createWriter.ts'
import type { Writer } from './createWriter.ts'
import { openDrafts } from './openDrafts.ts'

type Table = { draftId: string; letters: Letters; writers: Writer[] }

export type Tables = {
  writers: Writer[]
  go: () => void
  /** Whatever was acknowledged until now is held against what the database alone has. */
  check: () => Promise<string[]>
  /** Lets all come to rest: everything typed is saved, all replicas are equal, and equal to the database. */
  settle: () => Promise<string[]>
  acknowledged: () => number
  leave: () => Promise<void>
}

const settleWithin = 60_000

/** Six people who write in two drafts. */
export async function openTables(url: string, databaseUrl: string): Promise<Tables> {
  const { cookie, drafts } = await openDrafts(url, 2)
  const tables = drafts.map((draft): Table => {
    const letters = createLetters()
    return { draftId: draft.draftId, letters, writers: [1, 2, 3].map(() => createWriter(url, cookie, draft, letters)) }
  })
  const writers = tables.flatMap((table) => table.writers)
  await Promise.all(writers.map(({ ready }) => ready))

  async function check(): Promise<string[]> {
    const before = new Map(tables.map((table) => [table, table.writers.map((writer) => writer.promised())]))
    const cold = await openColdReader(databaseUrl)
    try {
      const faults: string[] = []
      for (const [table, promises] of before) faults.push(...compare(await cold.read(table.draftId), table, promises))
      return faults
    } finally {
      await cold.close()
    }
  }

  async function settle(): Promise<string[]> {
    for (const writer of writers) writer.rest()
    const end = performance.now() + settleWithin
    while (!tables.every(isCalm)) {
      if (performance.now() > end) return ['not everything was saved and equal after a minute']
      await sleep(20)
    }
    return check()
  }

  return {
    writers,
    go: () => writers.forEach((writer) => writer.go()),
    check,
    settle,
    acknowledged: () => writers.reduce((sum, writer) => sum + writer.promised().acknowledged, 0),
    leave: async () => void (await Promise.all(writers.map((writer) => writer.leave()))),
  }
}

const isCalm = ({ writers }: Table) => writers.every((each) => each.isSaved() && each.text() === writers[0]?.text())

function compare(text: string, { letters, writers }: Table, promises: ReturnType<Writer['promised']>[]): string[] {
  const faults: string[] = []
  const counts = new Map<string, number>()
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  promises.forEach(({ there, gone }, index) => {
    // What a writer has begun to remove since may be there or not.
    const still = writers[index]?.promised().there ?? there
    const lost = [...there].filter((letter) => still.has(letter) && !counts.has(letter))
    if (lost.length > 0) faults.push(`${lost.length} acknowledged letters are not in the database`)
    const back = [...gone].filter((letter) => counts.has(letter))
    if (back.length > 0) faults.push(`${back.length} letters are in the database whose removal was acknowledged`)
  })
  const doubled = [...counts].filter(([letter, count]) => count > 1 && letters.age(letter) !== undefined)
  if (doubled.length > 0) faults.push(`${doubled.length} letters are in the database twice`)
  return faults
}
