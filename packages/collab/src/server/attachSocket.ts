import {
  AppError,
  draftAwarenessSchema,
  draftCloseSchema,
  draftOpenSchema,
  draftPushSchema,
  toWireError,
} from '@prologue/contracts'
import type { Ack } from '@prologue/contracts'
import type { z } from 'zod'
import { announceState } from './awareness.ts'
import { createLanes } from './lanes.ts'
import { openDraft } from './openDraft.ts'
import { pushDraft } from './pushDraft.ts'
import { createRateLimit } from './rateLimit.ts'
import type { ServerParts } from './serverParts.ts'
import type { DraftSocket } from './types.ts'

/** An open may cost a whole document; a client that reconnects needs one. */
const opensPerSecond = 5

/** Serves the draft events of one connection. Whatever a client sends, nothing is thrown out of a handler. */
export function attachSocket<Identity>(parts: ServerParts<Identity>, socket: DraftSocket<Identity>): void {
  const { limits, now, places } = parts
  const perSecond = limits.draftPushesPerSecond
  const pushes = createRateLimit(perSecond, perSecond * 2, now)
  const cursors = createRateLimit(perSecond, perSecond * 2, now)
  const opens = createRateLimit(opensPerSecond, opensPerSecond * 4, now)
  const lanes = createLanes<Identity>()

  /** The arguments are what the wire brought, whatever the types promise. */
  async function answer<Schema extends z.ZodType, T extends object>(
    schema: Schema,
    input: unknown,
    reply: unknown,
    handle: (input: z.infer<Schema>) => Promise<T | null>,
  ): Promise<void> {
    const tell = (ack: Ack<T>) => {
      if (typeof reply === 'function') reply(ack)
    }
    try {
      const parsed = schema.safeParse(input)
      if (!parsed.success)
        throw new AppError(parsed.error.issues.some(({ code }) => code === 'too_big') ? 'TOO_LARGE' : 'VALIDATION')
      const result = await handle(parsed.data)
      if (result) tell({ ok: true, ...result })
    } catch (error) {
      if (!(error instanceof AppError)) parts.logger.error({ err: error, socketId: socket.id }, 'draft request failed')
      tell({ ok: false, error: toWireError(error) })
    }
  }

  socket.on('draft:open', (input, reply) => {
    void answer(draftOpenSchema, input, reply, async (open) => {
      if (!opens.take()) throw new AppError('RATE_LIMITED')
      const lane = lanes.enter(open.draftId)
      return lane.run(() => openDraft(parts, socket, lane, open))
    })
  })

  socket.on('draft:push', (input, reply) => {
    void answer(draftPushSchema, input, reply, async (push) => {
      if (!pushes.take()) throw new AppError('RATE_LIMITED')
      const lane = lanes.find(push.draftId)
      if (!lane) throw new AppError('CONFLICT', 'Open the draft before you write in it.')
      return lane.run(() => pushDraft(parts, lane, push))
    })
  })

  socket.on('draft:awareness', (input) => {
    void answer(draftAwarenessSchema, input, null, async ({ draftId, state }) => {
      const place = lanes.find(draftId)?.place
      if (place?.open && cursors.take()) announceState(place, state)
      return null
    })
  })

  socket.on('draft:close', (input) => {
    void answer(draftCloseSchema, input, null, async ({ draftId }) => {
      const lane = lanes.find(draftId)
      await lane?.run(async () => lane.place && places.leave(lane.place))
      return null
    })
  })

  socket.on('disconnect', () => {
    for (const { place } of lanes.all()) if (place) places.leave(place)
  })
}
