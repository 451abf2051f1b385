import { setTimeout as wait } from 'node:timers/promises'
import { startMysql } from '@prologue/scripts/mysql'
import { median, quantile } from '../collab/result/figures.ts'
import { table } from '../collab/result/table.ts'
import { startBuilt } from '../startBuilt.ts'
import type { Asked } from './filters.ts'
import { openFeed } from './openFeed.ts'
import { signUp, type Person } from './people.ts'

/** Milliseconds within which 95 of 100 events are in the feed. */
const most = 300
const perSecond = 100
const seconds = 60
const people = 25

/** What the feed reads: rows of the audit with the request each is of. */
type News = { result: { data: { json: { items?: { requestId: string }[] } } } }[]

type Room = { person: Person; id: string }

async function measure(variables: Readonly<Record<string, string>>): Promise<{ took: number[]; missing: number }> {
  const server = await startBuilt({ TRUST_PROXY: '1', ...variables })
  const cleanups: (() => Promise<unknown>)[] = [server.stop]
  try {
    const admin = await signUp(server, 'Root', server.setupToken ?? undefined)
    const rooms: Room[] = []
    for (let number = 0; number < people; number += 1) rooms.push(await enterRoom(await signUp(server, `Person ${number}`)))
    const { page, close } = await openFeed(server, admin)
    cleanups.push(close)
    const arrived = new Map<string, number>()
    page.on('response', async (response) => {
      if (!response.url().includes('activity.news')) return
      const answers: News = await response.json()
      const now = performance.now()
      for (const { result } of answers) {
        for (const { requestId } of result.data.json.items ?? []) if (!arrived.has(requestId)) arrived.set(requestId, now)
      }
    })
    const sent = await press(rooms)
    await wait(5_000)
    const took = [...sent].flatMap(([requestId, at]) => (arrived.get(requestId) ?? Number.NaN) - at)
    return { took: took.filter((ms) => !Number.isNaN(ms)), missing: took.filter(Number.isNaN).length }
  } finally {
    for (const cleanup of cleanups.toReversed()) await cleanup()
  }
}

async function enterRoom(person: Person): Promise<Room> {
  const { data } = await person.mutate('conversations.create', {})
  if (typeof data !== 'object' || data === null || !('id' in data) || typeof data.id !== 'string')
    throw new Error('No conversation')
  return { person, id: data.id }
}

/**
 * Renames the conversations in turn, so many times a second; answers by request when it was sent. That is before its commit, so
 * what is told is more than what is asked for.
 */
async function press(rooms: readonly Room[]): Promise<Map<string, number>> {
  const sent = new Map<string, number>()
  const open: Promise<void>[] = []
  const rename = async ({ person, id }: Room, turn: number) => {
    const at = performance.now()
    const { requestId } = await person.mutate('conversations.rename', { id, title: `Title ${turn}` })
    sent.set(requestId, at)
  }
  const began = performance.now()
  for (let turn = 0; turn < perSecond * seconds; turn += 1) {
    await wait(Math.max(0, began + (turn * 1_000) / perSecond - performance.now()))
    const room = rooms[turn % rooms.length]
    if (room) open.push(rename(room, turn))
  }
  await Promise.all(open)
  return sent
}

/** How soon what people do is in an open feed: from when it is sent to when the browser has read it. */
export async function live({ engines }: Asked): Promise<string> {
  const rows = [['', 'events', 'missing', 'p50', 'p95', 'max', 'target', '']]
  for (const engine of engines) {
    const mysql = engine === 'mysql' ? await startMysql() : null
    if (mysql && 'skipped' in mysql) {
      rows.push([engine, mysql.skipped])
      continue
    }
    const { took, missing } = await measure(mysql ? { DATABASE_URL: mysql.url } : {})
    await mysql?.stop()
    const p95 = quantile(took, 0.95)
    const ms = [median(took), p95, Math.max(...took)].map((value) => value.toFixed(0))
    rows.push([engine, String(took.length), String(missing), ...ms, `≤ ${most} ms`, p95 <= most && missing === 0 ? '✓' : '✗'])
  }
  return `An open feed under ${perSecond} mutations a second for ${seconds} s, ms\n${table(rows, 1)}`
}
