import type { listActivitySchema } from '@prologue/contracts'
import type { Database } from '@prologue/shared'
import type { z } from 'zod'
import { median, quantile } from '../collab/result/figures.ts'
import { table } from '../collab/result/table.ts'
import { makeCallers, type Caller } from '../data/callers.ts'
import { openPlaces, type Place } from '../data/places.ts'

/** What is asked for, on which databases. */
export type Asked = { scale: number; engines: readonly string[] }

type Filter = Omit<z.infer<typeof listActivitySchema>, 'cursor'>
type Reading = { name: string; filters: readonly Filter[]; of: 'list' | 'overTime'; page?: number }

/** Milliseconds that 95 of 100 answers may take. */
const most = 50
const calls = 200
const deep = 50
const day = 86_400_000

type Sample = { busy: string[]; seldom: string[]; templates: string[]; conversations: string[]; until: Date }

async function takeSample({ knex }: Database): Promise<Sample> {
  const actors = await knex('audit_logs')
    .whereNotNull('actorId')
    .groupBy('actorId')
    .orderByRaw('count(*) desc')
    .pluck<string[]>('actor_id')
  const of = (entityType: string) =>
    knex('audit_logs').where({ entityType }).orderBy('sequence').limit(2_000).pluck<string[]>('entity_id')
  const [last] = await knex('audit_logs').max<{ at: Date | number }[]>({ at: 'createdAt' })
  return {
    busy: actors.slice(0, 20),
    seldom: actors.slice(-20),
    templates: everyHundredth(await of('templates')),
    conversations: everyHundredth(await of('conversations')),
    until: new Date(last?.at ?? 0),
  }
}

const everyHundredth = (ids: readonly string[]) => ids.filter((_, index) => index % 100 === 0)

/** Every filter that the page offers, alone and together: what is common, what is seldom, and what nothing passes. */
function readingsOf({ busy, seldom, templates, conversations, until }: Sample): Reading[] {
  const weekBefore = new Date(until.getTime() - 7 * day)
  const yearBefore = new Date(until.getTime() - 365 * day)
  const week = { from: weekBefore, to: until }
  const lists: [string, Filter[]][] = [
    ['nothing', [{}]],
    ['a common action', [{ action: 'create' }]],
    ['a seldom action', [{ action: 'delete' }]],
    ['an action that never was', [{ action: 'purge' }]],
    ['a common kind', [{ entityType: 'prompts' }]],
    ['a busy person', busy.map((actorId) => ({ actorId }))],
    ['a person seldom there', seldom.map((actorId) => ({ actorId }))],
    ['one template', templates.map((entityId) => ({ entityType: 'templates', entityId }))],
    ['one conversation', conversations.map((entityId) => ({ entityType: 'conversations', entityId }))],
    ['a week', [week]],
    ['a year ago', [{ to: yearBefore }]],
    ['kind and common action', [{ entityType: 'prompts', action: 'update' }]],
    ['kind and seldom action', [{ entityType: 'templates', action: 'delete' }]],
    ['kind and action that never meet', [{ entityType: 'prompts', action: 'sign-in' }]],
    ['action and week', [{ action: 'update', ...week }]],
    ['kind and week', [{ entityType: 'templates', ...week }]],
    ['kind and action that never meet, a week', [{ entityType: 'prompts', action: 'sign-in', ...week }]],
    ['person and common action', busy.map((actorId) => ({ actorId, action: 'update' as const }))],
    ['person and seldom action', busy.map((actorId) => ({ actorId, action: 'delete' as const }))],
    ['person and kind', busy.map((actorId) => ({ actorId, entityType: 'templates' }))],
    ['person and seldom kind', busy.map((actorId) => ({ actorId, entityType: 'users' }))],
    ['person and kind that never meet', busy.map((actorId) => ({ actorId, entityType: 'settings' }))],
    [
      'person, kind and action that never meet',
      busy.map((actorId) => ({ actorId, entityType: 'prompts', action: 'delete' as const })),
    ],
    [
      'person, kind, action, week',
      busy.map((actorId) => ({ actorId, entityType: 'prompts', action: 'update' as const, ...week })),
    ],
    ['a common text', [{ text: 'status' }]],
    ['a text that is nowhere', [{ text: 'zzzzzzzz' }]],
    ['person and text', busy.map((actorId) => ({ actorId, text: 'status' }))],
  ]
  const counted = ['nothing', 'a common action', 'a busy person', 'a week', 'a common text', 'kind and action that never meet']
  return [
    ...lists.map(([name, filters]): Reading => ({ name, filters, of: 'list' })),
    ...lists.slice(0, 7).map(([name, filters]): Reading => ({ name: `${name}, page ${deep}`, filters, of: 'list', page: deep })),
    ...lists
      .filter(([name]) => counted.includes(name))
      .map(([name, filters]): Reading => ({ name: `${name}, over time`, filters, of: 'overTime' })),
  ]
}

/** Where the page of a reading begins; the last page where there are fewer. */
async function cursorOf(caller: Caller, filter: Filter, page = 1): Promise<string | undefined> {
  let cursor: string | undefined
  for (let number = 1; number < page; number += 1) {
    const { nextCursor } = await caller.activity.list({ ...filter, cursor })
    if (nextCursor === null) break
    cursor = nextCursor
  }
  return cursor
}

async function measure(place: Place): Promise<string> {
  const callers = makeCallers(place.database)
  const sample = await takeSample(place.database)
  const caller = callers.callerFor(sample.busy[0] ?? '', 'admin')
  const [counted] = await place.database.knex('audit_logs').count<{ count: number | string }[]>({ count: '*' })
  const rows = [['', 'p50', 'p95', 'max', 'target', '']]
  for (const { name, filters, of, page } of readingsOf(sample)) {
    const cursors = await Promise.all(filters.map((filter) => cursorOf(caller, filter, page)))
    const took: number[] = []
    // The first tenth is only for the just-in-time compilers and the caches.
    for (let turn = -calls / 10; turn < calls; turn += 1) {
      const at = Math.abs(turn) % filters.length
      const began = performance.now()
      if (of === 'list') await caller.activity.list({ ...filters[at], cursor: cursors[at] })
      else await caller.activity.overTime({ ...filters[at] })
      if (turn >= 0) took.push(performance.now() - began)
    }
    const p95 = quantile(took, 0.95)
    rows.push([
      name,
      ...[median(took), p95, Math.max(...took)].map((ms) => ms.toFixed(1)),
      `≤ ${most} ms`,
      p95 <= most ? '✓' : '✗',
    ])
  }
  await callers.close()
  return `${place.engine}, ${Number(counted?.count).toLocaleString('en')} rows of the audit, ms of ${calls} calls each\n${table(rows, 1)}`
}

/** What a page of the feed takes, and its histogram, by every filter, first pages and deep ones. */
export async function filters({ scale, engines }: Asked): Promise<string> {
  const cleanups: (() => Promise<unknown>)[] = []
  try {
    const places = await openPlaces(engines, [scale], (work) => cleanups.push(work))
    const told: string[] = []
    for (const place of places) told.push(await measure(place))
    return told.join('\n\n')
  } finally {
    for (const cleanup of cleanups.toReversed()) await cleanup()
  }
}
