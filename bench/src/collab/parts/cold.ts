import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { createDraftStore, openDatabase } from '@prologue/shared'
import * as Y from 'yjs'
import { median } from '../result/figures.ts'
import { table } from '../result/table.ts'
import type { PreparedDraft } from '../server/messages.ts'
import type { Connect } from '../wire/wire.ts'
import type { Part } from './part.ts'

/** Edits that a draft has when it is opened. */
const ages = [1_000, 10_000, 50_000, 100_000]
/** As the server folds, and what it may leave unfolded. */
const foldEvery = 500
/** Milliseconds after which a server surely has no document any more that nobody has open. */
const forgottenAfter = 500

/** How long a server takes to open a draft that it has not in memory, the more edits the draft has had. */
export const cold: Part = async ({ contenders, rounds }) => {
  const rows: string[][] = []
  for (const { name, connect, start, databaseUrl } of contenders) {
    if (databaseUrl === null) continue
    const maker = await start()
    // One is measured, another warms each process up.
    const [prepared, other] = await maker.ask('prepare', { drafts: 2, people: 1 })
    await maker.stop()
    if (!prepared || !other) throw new Error('There is no draft.')
    const write = startWriting(databaseUrl, prepared.draftId, prepared.epoch)
    for (const age of ages) {
      const bytes = await write.until(age)
      const server = await start()
      try {
        await openOnce(server.port, connect, other)
        const open = async () => {
          const began = performance.now()
          await openOnce(server.port, connect, prepared)
          return performance.now() - began
        }
        const unfolded = await open()
        const times: number[] = []
        for (let count = 0; count < rounds; count += 1) {
          // Whoever leaves last has it folded and forgotten.
          await sleep(forgottenAfter)
          times.push(await open())
        }
        rows.push([name, String(age), (bytes / 1_000).toFixed(0), unfolded.toFixed(1), median(times).toFixed(1)])
      } finally {
        await server.stop()
      }
    }
    await write.close()
  }
  const head = ['server', 'edits', 'state kB', '499 not folded, ms', 'folded, p50 ms']
  return ['From connecting to the state of a draft that no process has open', table([head, ...rows], 1)].join('\n')
}

async function openOnce(port: number, connect: Connect, { draftId, epoch, people }: PreparedDraft): Promise<void> {
  const [person] = people
  if (!person) throw new Error('A draft needs somebody.')
  const wire = await connect({ port, draftId, epoch, ...person }, randomInt(2 ** 32 - 1), () => {})
  wire.close()
}

/** Writes a draft's log as one person would who types, moves about and takes back, straight into the store. */
function startWriting(url: string, draftId: string, epoch: number) {
  const opened = openDatabase(url).then((database) => ({ database, store: createDraftStore(database) }))
  const doc = new Y.Doc()
  const text = doc.getText('draft')
  let updates: Uint8Array[] = []
  doc.on('update', (bytes: Uint8Array) => updates.push(bytes))
  let sequence = 0
  let cursor = 0

  function edit(): void {
    if (sequence % 40 === 0) cursor = randomInt(text.length + 1)
    if (cursor > 0 && randomInt(8) === 0) text.delete((cursor -= 1), 1)
    else text.insert(cursor++, 'the quick brown fox '.charAt(randomInt(20)))
  }

  return {
    async until(age: number): Promise<number> {
      const { store } = await opened
      const last = age - 1
      while (sequence < last) {
        const end = Math.min(last, (Math.floor(sequence / foldEvery) + 1) * foldEvery)
        const first = sequence
        for (; sequence < end; sequence += 1) edit()
        const claims = first === 0 ? [{ clientId: doc.clientID, author: { kind: 'assistant' as const } }] : []
        await store.append(
          updates.map((update, index) => ({
            draftId,
            epoch,
            sequence: first + index + 1,
            update,
            claims: index === 0 ? claims : [],
          })),
        )
        updates = []
        if (sequence % foldEvery === 0)
          await store.compact(draftId, {
            snapshot: Y.encodeStateAsUpdate(doc),
            text: text.toJSON(),
            throughSequence: sequence,
            epoch,
          })
      }
      return Y.encodeStateAsUpdate(doc).length
    },
    close: async () => (await opened).database.close(),
  }
}
