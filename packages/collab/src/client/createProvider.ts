import { limits } from '@prologue/contracts'
import type { Ack, CloseReason, DraftOpened, ErrorCode, ParticipantRole, WireError } from '@prologue/contracts'
import * as random from 'lib0/random'
import * as Y from 'yjs'
import { fromBase64, toBase64 } from '../updates/base64.ts'
import { missingParts } from '../updates/missingParts.ts'
import { splitParts } from '../updates/splitParts.ts'
import { splitUpdate } from '../updates/splitUpdate.ts'
import { createOutbox } from './createOutbox.ts'
import type { createStatus } from './createStatus.ts'
import { listenToDraft } from './listenToDraft.ts'
import { createRetry } from './retry.ts'
import type { SharedAwareness } from './shareAwareness.ts'
import type { ClosedBecause, DraftClientSocket, DraftState } from './types.ts'

type Parts = {
  socket: DraftClientSocket
  draftId: string
  epoch: number
  doc: Y.Doc
  status: ReturnType<typeof createStatus>
  awareness: SharedAwareness
}

/** A load from a slow database may take its time; a lost answer is noticed by then. */
const answerWithin = 30_000
/** A full draft is tried again when its text has been changed for this long. */
const tryShorterAfter = 1_000
const pushEvery = Math.ceil(1_000 / limits.draftPushesPerSecond)
const remote = Symbol('server')

/** Error codes of an open that no waiting changes. */
const finalCodes = ['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED', 'ROOM_FULL'] as const satisfies ErrorCode[]

/** Keeps a document in step with the server: opens by state vector, then one frame of edits at a time. */
export function createProvider({ socket, draftId, epoch, doc, status, awareness }: Parts) {
  const { promise: synced, resolve: resolveSynced } = Promise.withResolvers<void>()
  const outbox = createOutbox()
  const retry = createRetry(open)
  let started = false
  let unlisten: (() => void) | null = null
  /** Rises with every open: answers to what was asked before are no longer of interest. */
  let turn = 0
  let phase: 'away' | 'opening' | 'open' = 'away'
  let everOpened = false
  /** The server was not reached or had no answer, and nothing has worked since. */
  let failing = false
  let pushing = false
  let lastPush = -Infinity
  let pushTimer: ReturnType<typeof setTimeout> | null = null
  let sequence = 0
  let role: ParticipantRole | null = null
  let canWrite = false
  let closedBecause: ClosedBecause | null = null
  let closedWords = ''
  let renamed = false

  function state(): DraftState {
    if (closedBecause) return 'closed'
    if (phase === 'open') {
      if (outbox.unsent() === 0) return 'saved'
      return canWrite ? 'saving' : 'unsendable'
    }
    if (failing || (everOpened && !socket.connected)) return 'offline'
    return everOpened ? 'saving' : 'loading'
  }

  function tell(): void {
    status.set({ state: state(), unsent: outbox.unsent(), canWrite, role, closedBecause, closedWords })
  }

  function close(reason: ClosedBecause, words = ''): void {
    closedBecause = reason
    closedWords = words
    goAway()
    retry.stop()
    tell()
  }

  function goAway(): void {
    turn += 1
    phase = 'away'
    pushing = false
    awareness.replace([])
  }

  function tryLater(): void {
    goAway()
    failing = true
    retry.later()
    tell()
  }

  function open(): void {
    if (!started || !socket.connected || (closedBecause && closedBecause !== 'TOO_LARGE')) return
    retry.stop()
    turn += 1
    const asked = turn
    phase = 'opening'
    pushing = false
    tell()
    const stateVector = toBase64(Y.encodeStateVector(doc))
    const input = { draftId, clientId: doc.clientID, epoch, stateVector }
    // A callback and no promise: what the server sent next must not be handled before this answer.
    socket.timeout(answerWithin).emit('draft:open', input, (lost: Error | null, ack: Ack<DraftOpened>) => {
      if (asked !== turn) return
      if (lost) tryLater()
      else if (ack.ok) opened(ack)
      else refusedToOpen(ack.error)
    })
  }

  function opened(reply: DraftOpened): void {
    const state = fromBase64(reply.update)
    Y.applyUpdate(doc, state, remote)
    const missing = missingParts(doc, fromBase64(reply.stateVector), state)
    const kept = outbox.clear()
    const updates = splitParts(missing, limits.updateBytes)
    outbox.add(updates, Math.max(kept, missing.structs.length, 1))
    sequence = reply.sequence
    role = reply.role
    canWrite = reply.canWrite
    closedBecause = null
    phase = 'open'
    everOpened = true
    failing = false
    if (updates.length === 0) retry.reset()
    awareness.replace(reply.awareness)
    awareness.announce()
    resolveSynced()
    pump()
  }

  function refusedToOpen({ code, message }: WireError): void {
    // The client id is somebody else's: another one will do, if nothing was written under this one.
    if (code === 'BAD_UPDATE') return reopenRenamed()
    if (code === 'VALIDATION') return close('BAD_UPDATE')
    const final = finalCodes.find((each) => each === code)
    if (final) close(final, message)
    else tryLater()
  }

  function reopenRenamed(): void {
    if (renamed) return close('BAD_UPDATE')
    renamed = true
    goAway()
    doc.clientID = random.uint32()
    awareness.rename()
    open()
  }

  /** Sends the next frame, if there is one and it may be sent now. */
  function pump(): void {
    tell()
    if (phase !== 'open' || pushing || !canWrite || closedBecause || pushTimer !== null) return
    if (outbox.unsent() === 0) return
    const wait = lastPush + pushEvery - performance.now()
    if (wait <= 0) return push()
    pushTimer = setTimeout(() => {
      pushTimer = null
      pump()
    }, wait)
  }

  function push(): void {
    const update = outbox.take()
    if (update === null) return
    const asked = turn
    pushing = true
    lastPush = performance.now()
    const input = { draftId, update: toBase64(update) }
    socket.timeout(answerWithin).emit('draft:push', input, (lost: Error | null, ack: Ack<{ sequence: number }>) => {
      if (asked !== turn) return
      pushing = false
      if (lost) tryLater()
      else if (ack.ok) pushed(ack.sequence)
      else refusedToPush(ack.error.code)
    })
  }

  function pushed(durable: number): void {
    outbox.sent()
    retry.reset()
    renamed = false
    // Between two frames of one connection nothing is lost, so a leap means that others' edits were missed.
    if (durable > sequence + 1) return open()
    sequence = Math.max(sequence, durable)
    pump()
  }

  /** Somebody leaves the page of the draft: the last words go out without waiting. They are kept here as well. */
  function sendRest(): void {
    for (let update = outbox.take(); update !== null; update = outbox.take()) {
      socket.emit('draft:push', { draftId, update: toBase64(update) }, () => {})
    }
  }

  function refusedToPush(code: ErrorCode): void {
    if (code === 'BAD_UPDATE' || code === 'VALIDATION') return reopenRenamed()
    if (code === 'TOO_LARGE') {
      // The place stays: others' edits come in, and shortening the text may help.
      closedBecause = 'TOO_LARGE'
      return tell()
    }
    tryLater()
  }

  function onLocal(update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void {
    if (!transaction.local) return
    // While away only the count is kept: the edits themselves are drawn from the document when it opens again.
    if (phase === 'open') outbox.add(splitUpdate(update, limits.updateBytes), 1)
    else outbox.note()
    if (closedBecause === 'TOO_LARGE') retry.soon(tryShorterAfter)
    pump()
  }

  function onUpdates(event: { sequence: number; updates: string[] }): void {
    if (phase === 'away') return
    const before = event.sequence - event.updates.length
    if (phase === 'open' && before > sequence) return open()
    Y.transact(
      doc,
      () => {
        for (const update of event.updates) Y.applyUpdate(doc, fromBase64(update), remote)
      },
      remote,
      false,
    )
    if (phase === 'open') sequence = Math.max(sequence, event.sequence)
  }

  function onRole(event: { role: ParticipantRole; canWrite: boolean }): void {
    if (phase !== 'open') return
    role = event.role
    canWrite = event.canWrite
    pump()
  }

  function onClosed(reason: CloseReason): void {
    if (closedBecause && closedBecause !== 'TOO_LARGE') return
    if (reason === 'server-stopping' || reason === 'place-taken') tryLater()
    else close(reason)
  }

  function onDisconnect(): void {
    if (closedBecause && closedBecause !== 'TOO_LARGE') return
    goAway()
    tell()
  }

  function start(): void {
    started = true
    unlisten = listenToDraft(socket, draftId, {
      connected: open,
      disconnected: onDisconnect,
      unreachable() {
        failing = true
        tell()
      },
      updates: onUpdates,
      awareness(entry) {
        if (phase === 'open') awareness.receive(entry)
      },
      role: onRole,
      closed: onClosed,
    })
    open()
  }

  function stop(): void {
    if (phase === 'open' && canWrite && !closedBecause) sendRest()
    if (phase !== 'away') socket.emit('draft:close', { draftId })
    started = false
    goAway()
    retry.stop()
    if (pushTimer !== null) clearTimeout(pushTimer)
    doc.off('update', onLocal)
    unlisten?.()
  }

  doc.on('update', onLocal)

  return { synced, isOpen: () => phase === 'open', start, stop }
}
