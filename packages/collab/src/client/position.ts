import { clientIdSchema } from '@prologue/contracts'
import * as Y from 'yjs'
import { z } from 'zod'
import { draftTextName } from '../protocol.ts'

/**
 * A place in the text as it travels. Others send it, so only the two forms that a place in a plain text has are read:
 * beside a character, or at an end of the root.
 */
const travellingSchema = z.union([
  z.object({ item: z.object({ client: clientIdSchema, clock: z.int().min(0) }), assoc: z.int().optional() }),
  z.object({ tname: z.literal(draftTextName), assoc: z.int().optional() }),
])

/** Null for what is no place in the draft's text. */
export function readPosition(json: unknown): Y.RelativePosition | null {
  const read = travellingSchema.safeParse(json)
  return read.success ? Y.createRelativePositionFromJSON(read.data) : null
}

/** As it travels, from a relative position or its JSON; null for anything else. */
export function writePosition(position: unknown): z.infer<typeof travellingSchema> | null {
  return travellingSchema.safeParse(position).data ?? null
}
