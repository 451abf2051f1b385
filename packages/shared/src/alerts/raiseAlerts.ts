import { alertKinds, type AlertKind } from '@prologue/contracts'
import { newestFirst } from '../activity/index.ts'
import { withTransaction, type Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import { Alert, User } from '../models/index.ts'
import { readSettings } from '../settings/index.ts'
import { burstFrom, findBursts, type Burst, type Happening } from './findBursts.ts'
import { mailAlert } from './mailAlert.ts'
import { watched, type WatchedRow } from './watched.ts'

/** Rows of the audit that are looked at for one kind; of more, the newest. */
const most = 20_000

/**
 * Looks through what happened since `since` and a window before it, and tells administrators where it was too much of a kind: one
 * alert for a window, whose count grows while it lasts. Answers how many are new. What was looked at before may be looked at again.
 */
export async function raiseAlerts(ctx: Ctx, { since }: { since: Date }): Promise<number> {
  const { alerts: rules } = await readSettings(ctx)
  let raised = 0
  for (const kind of alertKinds) {
    const { threshold, minutes } = rules[kind]
    if (threshold === null) continue
    const rule = { threshold, windowMs: minutes * 60_000 }
    const from = new Date(since.getTime() - rule.windowMs)
    // One that began before is not told again of the rest of its window.
    const known = await Alert.with(ctx)
      .where({ kind })
      .where('firstAt', '>=', new Date(from.getTime() - rule.windowMs))
    for (const [actorId, happenings] of Map.groupBy(await happened(ctx, kind, from), (one) => one.actorId)) {
      const own = known.filter(({ onceKey }) => onceKey.startsWith(keyOf(kind, actorId)))
      const isTold = ({ at }: Happening) =>
        own.some(({ firstAt }) => at >= firstAt.getTime() && at <= firstAt.getTime() + rule.windowMs)
      for (const alert of own) await grow(ctx, alert, burstFrom(happenings, alert.firstAt.getTime(), rule.windowMs))
      const news = findBursts(
        happenings.filter((one) => !isTold(one)),
        rule,
      )
      for (const burst of news) await raise(ctx, kind, actorId, burst)
      raised += news.length
    }
  }
  return raised
}

type Done = Happening & { actorId: string | null }

async function happened(ctx: Ctx, kind: AlertKind, from: Date): Promise<Done[]> {
  const { of, weigh, byPerson } = watched[kind]
  const rows: WatchedRow[] = []
  for (const wanted of of) {
    const newest = ctx.db('audit_logs').where(wanted).where('createdAt', '>=', from).orderBy(newestFirst).limit(most)
    rows.push(...(await newest.select<WatchedRow[]>('actorId', 'entityType', 'createdAt', 'changes', 'metadata')))
  }
  return rows
    .filter(({ actorId }) => !byPerson || actorId !== null)
    .map((row) => ({ actorId: byPerson ? row.actorId : null, at: readInstant(row.createdAt).getTime(), weight: weigh(row) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((first, second) => first.at - second.at)
}

const keyOf = (kind: AlertKind, actorId: string | null) => `${kind} ${actorId ?? 'anybody'} `

async function raise(ctx: Ctx, kind: AlertKind, actorId: string | null, { firstAt, lastAt, count }: Burst): Promise<void> {
  const began = new Date(firstAt)
  await withTransaction(ctx, async (tx) => {
    // Who is erased for good by now is told of without a name.
    const actor = actorId === null ? undefined : await User.with(tx).context({ withDeleted: true }).findById(actorId).select('id')
    const alert = await Alert.with(tx).insert({
      kind,
      actorId: actor?.id ?? null,
      onceKey: `${keyOf(kind, actorId)}${began.toISOString()}`,
      firstAt: began,
      lastAt: new Date(lastAt),
      count,
      acknowledgedBy: null,
      acknowledgedAt: null,
    })
    await mailAlert(tx, alert)
  })
}

async function grow(ctx: Ctx, { id, count: told }: Alert, { lastAt, count }: Burst): Promise<void> {
  // Of what was looked at before, some may be too long ago now.
  if (count <= told) return
  await withTransaction(ctx, async (tx) =>
    Alert.with(tx)
      .findById(id)
      .patch({ count, lastAt: new Date(lastAt) }),
  )
}
