import { setTimeout as sleep } from 'node:timers/promises'
import { limits } from '@prologue/contracts'
import { rateTable } from '@prologue/shared'
import { describe, expect, it } from 'vitest'
import { onSqliteServer } from '../testing/onEachServer.ts'
import { signUpPerson } from '../testing/people.ts'
import { openRawLine, type RawLine } from '../testing/rawLine.ts'

const { url } = onSqliteServer()

/** A line of somebody who is signed in, not let in yet. */
async function lineOf(name = 'Ada') {
  const { cookie } = await signUpPerson(url(), name)
  return openRawLine(url(), { origin: url(), cookie: cookie.value })
}

/** One that has been let in. */
async function openLine(name?: string) {
  const line = await lineOf(name)
  line.send('40')
  await line.receive('40')
  return line
}

/** Whether the server still answers an event on this line. */
async function answers(line: RawLine, id: number): Promise<boolean> {
  line.send(`42${id}["conversation:join",{}]`)
  return line.receive(`43${id}`).then(
    (frame) => frame.includes('VALIDATION'),
    () => false,
  )
}

/** Whether an upgrade is taken that a proxy passes on. */
const attempt = (forwarded: string) =>
  openRawLine(url(), { origin: url(), 'x-forwarded-for': forwarded }).then(
    (line) => {
      line.close()
      return true
    },
    () => false,
  )

describe('an upgrade', () => {
  it('is taken from our own page only', async () => {
    const { cookie } = await signUpPerson(url())
    const headers: Record<string, string>[] = [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: url().replace('http:', 'https:') },
      { origin: `${url()}.evil.example` },
    ]
    for (const refused of headers) {
      await expect(openRawLine(url(), { ...refused, cookie: cookie.value }), JSON.stringify(refused)).rejects.toThrow('refused')
    }
    ;(await openRawLine(url(), { origin: url(), cookie: cookie.value })).close()
  })

  it('is taken so many times a minute from one address, which is read past our own proxy', { timeout: 30_000 }, async () => {
    let opened = 0
    for (let tries = 0; tries < rateTable.connect.points + 10; tries += 10) {
      const ten = Array.from({ length: 10 }, (_, index) => attempt(`198.51.100.${index}, 203.0.113.7`))
      opened += (await Promise.all(ten)).filter(Boolean).length
    }
    expect(opened).toBe(rateTable.connect.points)
    expect(await attempt('203.0.113.8')).toBe(true)
  })

  it('agrees on no compression', async () => {
    const line = await lineOf()
    expect(line.extensions).toBe('')
    line.close()
  })

  it('is to a websocket only', async () => {
    const polled = await fetch(`${url()}/socket.io/?EIO=4&transport=polling`, { headers: { origin: url() } })
    expect(polled.status).toBe(400)
  })
})

/** Whether the server ends a line by itself, long before it misses an answer to a ping. */
const endsSoon = (line: RawLine) => Promise.race([line.ended.then(() => true), sleep(5_000, false)])

describe('a line before it is known who speaks', () => {
  it('ends where it sends more than it takes to come in', async () => {
    const line = await openRawLine(url(), { origin: url() })
    for (let index = 0; index < 20; index++) line.send('40')
    expect(await endsSoon(line)).toBe(true)
    // Each asking reads the database.
    expect(line.frames.filter((frame) => frame.startsWith('44')).length).toBeLessThan(5)
  })

  it('ends where it speaks without coming in', async () => {
    const line = await lineOf()
    line.send('420["conversation:join",{"conversationId":"x"}]')
    expect(await endsSoon(line)).toBe(true)
    expect(line.frames.filter((frame) => frame.startsWith('43'))).toEqual([])
  })

  it('ends where it says nothing for ten seconds', { timeout: 20_000 }, async () => {
    const line = await lineOf()
    const began = performance.now()
    await line.ended
    expect(performance.now() - began).toBeLessThan(12_000)
  })
})

describe('a line that was let in', () => {
  it('is let in once', async () => {
    const line = await lineOf()
    for (let index = 0; index < 3; index++) line.send('40')
    expect(await line.receive('44')).toContain('VALIDATION')
    expect(line.frames.filter((frame) => frame.startsWith('40'))).toHaveLength(1)
    line.send('40')
    expect(await endsSoon(line)).toBe(true)
    expect(line.frames.filter((frame) => frame.startsWith('40'))).toHaveLength(1)
  })

  it('ends where a frame is larger than what is taken, and the others go on', async () => {
    const [large, other] = [await openLine('Ada'), await openLine('Grace')]
    large.send(`42["conversation:leave","${'x'.repeat(limits.frameBytes - 100)}"]`)
    expect(await answers(large, 1)).toBe(true)
    large.send(`42["conversation:leave","${'x'.repeat(limits.frameBytes)}"]`)
    expect(await endsSoon(large)).toBe(true)
    expect(await answers(other, 1)).toBe(true)
    other.close()
  })

  it('ends where it sends hundreds of frames at once, and the others go on', async () => {
    const [flooding, other] = [await openLine('Ada'), await openLine('Grace')]
    for (let index = 0; index < 1_000; index++) flooding.send('42["conversation:leave",{}]')
    expect(await endsSoon(flooding)).toBe(true)
    expect(await answers(other, 1)).toBe(true)
    other.close()
  })
})
