import { AppError } from '@prologue/contracts'
import type { draftPushSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { fromBase64 } from '../updates/base64.ts'
import { readPush } from './gate.ts'
import type { PushedUpdate } from './gate.ts'
import type { Lane } from './lanes.ts'
import { proposePush } from './proposePush.ts'
import type { ServerParts } from './serverParts.ts'

/** Commits one edit; resolves with its sequence when it is durable. */
export async function pushDraft<Identity>(
  parts: ServerParts<Identity>,
  lane: Lane<Identity>,
  input: z.infer<typeof draftPushSchema>,
): Promise<{ sequence: number }> {
  const { place } = lane
  if (!place) throw new AppError('CONFLICT', 'Open the draft before you write in it.')
  if (parts.isClosed())
    throw new AppError('CANCELLED', 'The server is stopping. Your edits are kept in this browser and sent again.')
  if (!place.canWrite) throw new AppError('FORBIDDEN')
  const push = readBytes(input.update, parts.limits.updateBytes)
  place.pushing += 1
  try {
    return { sequence: await parts.queue.submit(proposePush(place, push, parts.limits.draftBytes)) }
  } finally {
    place.pushing -= 1
    parts.places.settled(place)
  }
}

function readBytes(update: string, updateBytes: number): PushedUpdate {
  let bytes: Uint8Array
  try {
    bytes = fromBase64(update)
  } catch (cause) {
    throw new AppError('BAD_UPDATE', undefined, { cause })
  }
  if (bytes.length > updateBytes) throw new AppError('TOO_LARGE')
  return readPush(bytes)
}
