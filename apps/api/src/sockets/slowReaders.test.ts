import { limits } from '@prologue/contracts'
import { pino } from 'pino'
import { describe, expect, it, vi } from 'vitest'
import { onSqliteServer } from '../testing/onEachServer.ts'
import { callerOf, connect, openDraft, signUpPerson } from '../testing/people.ts'
import { stallingLine } from '../testing/stallingLine.ts'

const said: string[] = []
const logger = pino({ level: 'warn' }, { write: (line: string) => void said.push(line) })
const { url } = onSqliteServer({ logger })
const told = () =>
  said.map((line): { msg?: string; queued?: number } => JSON.parse(line)).filter(({ msg }) => msg?.includes('reads'))

/** Milliseconds. */
const usual = 1_000

describe('somebody who stops reading while others write', () => {
  it('is cut off at 4 MB that wait, holds nobody up, and comes back to the same text', { timeout: 120_000 }, async () => {
    const ada = await signUpPerson(url(), 'Ada')
    const grace = await signUpPerson(url(), 'Grace')
    const { id } = await ada.api.conversations.create.mutate({})
    const { url: link } = await ada.api.shares.create.mutate({ conversationId: id, role: 'editor', expiresInDays: null })
    await callerOf(url(), grace.cookie).shares.accept.mutate({ token: link.split('/s/')[1] ?? '' })
    const conversation = await ada.api.conversations.get.query({ id })

    const line = await stallingLine(url())
    const [writing, reading, stalling] = [await ada.connect(), await ada.connect(), await connect(line.url, grace.cookie, url())]
    const [writer, reader, slow] = [
      await openDraft(ada, writing, conversation),
      await openDraft(ada, reading, conversation),
      await openDraft(grace, stalling, conversation),
    ]
    writer.text.insert(0, 'Before. ')
    await vi.waitFor(() => expect(slow.text.toJSON()).toBe('Before. '))

    /** One edit of a size, and how long it took to the other reader. */
    async function edit(letter: string): Promise<number> {
      const began = performance.now()
      writer.text.insert(writer.text.length, letter.repeat(100_000))
      await vi.waitFor(() => expect(reader.text.toJSON().at(-1)).toBe(letter), { timeout: 20_000, interval: 2 })
      const took = performance.now() - began
      writer.text.delete(writer.text.length - 100_000, 100_000)
      return took
    }

    line.stall()
    slow.text.insert(0, 'Written in silence. ')
    const took: number[] = []
    // What the machine's own buffers take comes on top: some megabytes on each side.
    for (let count = 0; told().length === 0 && count < 400; count++) took.push(await edit(count % 2 ? 'a' : 'b'))
    expect(told()).toHaveLength(1)
    expect(told()[0]?.queued).toBeGreaterThan(limits.queuedBytes)
    expect(told()[0]?.queued).toBeLessThan(limits.queuedBytes * 3)
    expect(took.toSorted((one, other) => one - other)[Math.floor(took.length * 0.95)]).toBeLessThan(usual)
    for (let count = 0; count < 10; count++) expect(await edit(count % 2 ? 'c' : 'd')).toBeLessThan(usual)
    expect([writing.connected, reading.connected]).toEqual([true, true])

    line.readOn()
    await vi.waitFor(
      () => {
        for (const { text, status } of [writer, reader, slow]) {
          expect(status.get()).toMatchObject({ state: 'saved', unsent: 0 })
          expect(text.toJSON()).toBe(writer.text.toJSON())
        }
      },
      { timeout: 30_000 },
    )
    expect(writer.text.toJSON()).toBe('Written in silence. Before. ')
    for (const draft of [writer, reader, slow]) await draft.destroy()
    for (const socket of [writing, reading, stalling]) socket.close()
    await line.close()
  })
})
