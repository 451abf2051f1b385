import { z } from 'zod'
import type { WireError } from './errors.ts'
import type { ProposedEdit } from './generation.ts'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { presenceStateSchema, type Person, type Presence, type PresenceState } from './people.ts'
import type { Judged, ParticipantRole } from './roles.ts'

/** What a handler answers to the client's callback. */
export type Ack<T> = ({ ok: true } & T) | { ok: false; error: WireError }

/** Bytes travel as base64 text: a binary frame costs Socket.IO twice the work for what editing sends. */
const base64Schema = (bytes: number) =>
  z
    .string()
    .max(Math.ceil(bytes / 3) * 4)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/)

export const clientIdSchema = z.int().min(0).max(0xffff_ffff)

/** A place in the draft that moves with its text: a Yjs relative position as its JSON. */
const positionSchema = z.record(z.string(), z.unknown()).refine((value) => JSON.stringify(value).length <= 500)

export const awarenessStateSchema = z.object({
  cursor: z.object({ anchor: positionSchema, head: positionSchema }).nullable(),
  typing: z.boolean(),
})
export type AwarenessState = z.infer<typeof awarenessStateSchema>

export const draftOpenSchema = z.object({
  draftId: idSchema,
  clientId: clientIdSchema,
  epoch: z.int(),
  stateVector: base64Schema(limits.updateBytes),
})
export const draftPushSchema = z.object({ draftId: idSchema, update: base64Schema(limits.updateBytes) })
export const draftCloseSchema = z.object({ draftId: idSchema })
export const draftAwarenessSchema = z.object({ draftId: idSchema, state: awarenessStateSchema })

export const conversationJoinSchema = z.object({ conversationId: idSchema })
export const conversationLeaveSchema = z.object({ conversationId: idSchema })
export const activityJoinSchema = z.object({})
export const activityLeaveSchema = z.object({})
export const presenceUpdateSchema = z.object({ conversationId: idSchema, state: presenceStateSchema })

/** Who is where in a draft, stamped by the server; `state` null when they left. */
export type AwarenessEntry = { clientId: number; person: Person; state: AwarenessState | null }

export type DraftOpened = {
  /** What the client lacks (Yjs V1). */
  update: string
  /** What the server has; the client sends the rest of its own. */
  stateVector: string
  /** The last durable edit the update holds. */
  sequence: number
  role: ParticipantRole
  canWrite: boolean
  awareness: AwarenessEntry[]
}

/** Why the server ended somebody's place in a draft. */
export const closeReasons = ['access-ended', 'epoch-changed', 'draft-deleted', 'server-stopping', 'place-taken'] as const
export type CloseReason = (typeof closeReasons)[number]

/** Why the server ended somebody's place in a conversation's room. */
export type RoomCloseReason = 'access-ended' | 'conversation-deleted'

/** An answer that is being written: everything so far, for those who come in midway. */
export type LiveResponse = { promptId: string; text: string; edits: ProposedEdit[] }

export type ConversationJoined = { people: Presence[]; live: LiveResponse[] }

/**
 * Everything in the audit up to the number `settled` can be read; what has a higher number may still be on its way, also
 * below what is there already.
 */
export type ActivityJoined = { settled: number }

type Reply<T> = (ack: Ack<T>) => void

export type ClientToServerEvents = {
  'draft:open': (input: z.infer<typeof draftOpenSchema>, reply: Reply<DraftOpened>) => void
  'draft:push': (input: z.infer<typeof draftPushSchema>, reply: Reply<{ sequence: number }>) => void
  'draft:close': (input: z.infer<typeof draftCloseSchema>) => void
  'draft:awareness': (input: z.infer<typeof draftAwarenessSchema>) => void
  'conversation:join': (input: z.infer<typeof conversationJoinSchema>, reply: Reply<ConversationJoined>) => void
  'conversation:leave': (input: z.infer<typeof conversationLeaveSchema>) => void
  'presence:update': (input: z.infer<typeof presenceUpdateSchema>) => void
  'activity:join': (input: z.infer<typeof activityJoinSchema>, reply: Reply<ActivityJoined>) => void
  'activity:leave': (input: z.infer<typeof activityLeaveSchema>) => void
}

/** Every event a browser may send, with what it may carry and the rule that judges it. What is not here is never heard. */
export const clientEvents = {
  'draft:open': { schema: draftOpenSchema, policy: 'draft:read' },
  'draft:push': { schema: draftPushSchema, policy: 'draft:write' },
  'draft:close': {
    schema: draftCloseSchema,
    policy: 'signed-in',
    because: 'It gives up a place of the sender’s own and is not answered.',
  },
  'draft:awareness': { schema: draftAwarenessSchema, policy: 'draft:read' },
  'conversation:join': { schema: conversationJoinSchema, policy: 'conversation:read' },
  'conversation:leave': {
    schema: conversationLeaveSchema,
    policy: 'signed-in',
    because: 'It gives up a place of the sender’s own and is not answered.',
  },
  'presence:update': { schema: presenceUpdateSchema, policy: 'conversation:read' },
  'activity:join': { schema: activityJoinSchema, policy: 'admin:read-activity' },
  'activity:leave': {
    schema: activityLeaveSchema,
    policy: 'signed-in',
    because: 'It gives up a place of the sender’s own and is not answered.',
  },
} as const satisfies Record<keyof ClientToServerEvents, { schema: z.ZodType } & Judged>

export type ServerToClientEvents = {
  /** All edits of one commit; a gap before `sequence - updates.length + 1` means: open the draft again. */
  'draft:updates': (event: { draftId: string; sequence: number; updates: string[] }) => void
  'draft:awareness': (event: { draftId: string; entry: AwarenessEntry }) => void
  /** The role changed while the draft was open; writing may have begun or ended. */
  'draft:role': (event: { draftId: string; role: ParticipantRole; canWrite: boolean }) => void
  'draft:closed': (event: { draftId: string; reason: CloseReason }) => void
  /** Somebody came or left. */
  'presence:changed': (event: { conversationId: string; people: Presence[] }) => void
  'presence:updated': (event: { conversationId: string; personId: string; state: PresenceState }) => void
  'conversation:changed': (event: { conversationId: string }) => void
  'conversation:closed': (event: { conversationId: string; reason: RoomCloseReason }) => void
  'prompt:changed': (event: { conversationId: string; promptId: string }) => void
  /** Another branch is shown: all its exchanges are read anew. */
  'branches:changed': (event: { conversationId: string }) => void
  'comments:changed': (event: { conversationId: string }) => void
  'checkpoints:changed': (event: { conversationId: string }) => void
  /** A section was locked or opened, or the assistant wrote in one. */
  'sections:changed': (event: { conversationId: string }) => void
  /** To the person alone, wherever they are: their list of conversations has something new. */
  'conversations:changed': (event: { conversationId: string }) => void
  /** To the person alone, wherever they are. */
  'notifications:changed': () => void
  /** The audit has something new above `settled`, up to which all of it can be read. */
  'activity:changed': (event: ActivityJoined) => void
  /** What administrators tell everybody is another now. */
  'announcement:changed': () => void
  /** `offset` is where `text` begins in the response, so that a missed piece is noticed. */
  'prompt:delta': (event: { conversationId: string; promptId: string; offset: number; text: string }) => void
  /** One edit of an answer that is being written is complete. `position` counts from 0, so that a missed one is noticed. */
  'prompt:edit': (event: { conversationId: string; promptId: string; position: number; edit: ProposedEdit }) => void
}
