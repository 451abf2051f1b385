import { createRetry, listen, type DraftClientSocket } from '@prologue/collab/client'
import type {
  Ack,
  ConversationJoined,
  ErrorCode,
  Presence,
  PresenceState,
  ProposedEdit,
  RoomCloseReason,
  WireError,
} from '@prologue/contracts'
import { createEffect, createMemo, createSignal, on, onCleanup, untrack, type Accessor } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { addEdit, addPiece, type LiveEdits, type LiveTexts } from './liveText.ts'

export type Room = {
  /** Who has the conversation open now, and what they do. */
  people: Accessor<readonly Presence[]>
  /** Answers being written, by prompt. */
  live: LiveTexts
  /** Their edits, as far as they are complete. */
  liveEdits: LiveEdits
  /** Why the place in the room ended, null while it has not. */
  closed: Accessor<RoomCloseReason | null>
  /** Why there is no place just now, in the server's words, '' while there is one or it is not known; it is asked for again. */
  full: Accessor<string>
  /** Asks for a place where it ended: access may be back. */
  enterAgain: () => void
}

export type RoomListeners = {
  onPromptChanged: (promptId: string) => void
  onConversationChanged: () => void
  /** Another branch is shown. */
  onBranchesChanged: () => void
  /** From here on news are heard; an answer may have ended before, while the page loaded. */
  onEntered: () => void
  /** The connection was gone and is back: what changed meanwhile was not heard. */
  onReturned: () => void
}

/** A lost answer is noticed by then. */
const answerWithin = 15_000
const atFirst: PresenceState = { idle: false, typing: false }
/** Refusals that no waiting changes; after any other the place is asked for again, later each time. */
const finalCodes = ['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED', 'VALIDATION'] as const satisfies ErrorCode[]

/**
 * A place in a conversation's room, taken again after each reconnect or passing refusal, left with the page. The others are
 * told what `doing` says, as long as there is a place.
 */
export function createRoom(
  socket: DraftClientSocket,
  conversationId: Accessor<string>,
  doing: Accessor<PresenceState>,
  listeners: RoomListeners,
): Room {
  const [people, setPeople] = createSignal<readonly Presence[]>([])
  const [inside, setInside] = createSignal(false)
  const [live, setLive] = createStore<Record<string, string>>({})
  const [liveEdits, setLiveEdits] = createStore<Record<string, readonly ProposedEdit[]>>({})
  const [closed, setClosed] = createSignal<RoomCloseReason | null>(null)
  const [full, setFull] = createSignal('')
  let enterAgain: (() => void) | undefined

  const show = (joined: ConversationJoined) => {
    setPeople(joined.people)
    setLive(reconcile(Object.fromEntries(joined.live.map((answer) => [answer.promptId, answer.text]))))
    setLiveEdits(reconcile(Object.fromEntries(joined.live.map((answer) => [answer.promptId, answer.edits]))))
  }

  const place = createMemo(conversationId)
  createEffect(
    on(place, (id) => {
      setPeople([])
      setLive(reconcile({}))
      setLiveEdits(reconcile({}))
      setClosed(null)
      setFull('')
      setInside(false)

      /** Rises with every asking: answers to an earlier one are no longer of interest. */
      let turn = 0
      /** Something may have happened that was not heard. */
      let missed = false
      const retry = createRetry(() => enter())
      const missSome = () => {
        turn += 1
        missed = true
        setInside(false)
      }
      const later = (words = '') => {
        missSome()
        setFull(words)
        retry.later()
      }
      const close = (reason: RoomCloseReason) => {
        missSome()
        retry.stop()
        setFull('')
        setClosed(reason)
      }
      /** Who asks again after the end is refused in the same words, whatever it was that ended. */
      const refused = ({ code, message }: WireError) => {
        if (finalCodes.some((final) => final === code)) close(untrack(closed) ?? 'access-ended')
        else later(code === 'ROOM_FULL' ? message : '')
      }
      const enter = () => {
        // A socket that is away would keep the asking and send it besides the one that follows the reconnect.
        if (!socket.connected) return
        retry.stop()
        const asked = ++turn
        socket
          .timeout(answerWithin)
          .emit('conversation:join', { conversationId: id }, (lost: Error | null, ack: Ack<ConversationJoined>) => {
            if (asked !== turn) return
            if (lost) later()
            else if (ack.ok) entered(ack)
            else refused(ack.error)
          })
      }
      const entered = (joined: ConversationJoined) => {
        retry.reset()
        setClosed(null)
        setFull('')
        show(joined)
        setInside(true)
        listeners.onEntered()
        if (missed) listeners.onReturned()
        missed = false
      }

      const here = <E extends { conversationId: string }>(hear: (event: E) => void) => {
        return (event: E) => {
          if (event.conversationId === id) hear(event)
        }
      }
      const unlisten = listen(socket, {
        connect: enter,
        disconnect: missSome,
        'presence:changed': here((event) => setPeople(event.people)),
        'presence:updated': here(({ personId, state }) =>
          setPeople((all) => all.map((person) => (person.id === personId ? { ...person, ...state } : person))),
        ),
        'conversation:changed': here(() => listeners.onConversationChanged()),
        'conversation:closed': here((event) => close(event.reason)),
        'prompt:changed': here((event) => listeners.onPromptChanged(event.promptId)),
        'branches:changed': here(() => listeners.onBranchesChanged()),
        'prompt:delta': here((event) => {
          const text = addPiece(live[event.promptId] ?? '', event.offset, event.text)
          if (text === null) enter()
          else setLive(event.promptId, text)
        }),
        'prompt:edit': here((event) => {
          const edits = addEdit(liveEdits[event.promptId] ?? [], event.position, event.edit)
          if (edits === null) enter()
          else setLiveEdits(event.promptId, edits)
        }),
      })
      enterAgain = () => {
        if (untrack(closed) !== null) enter()
      }
      enter()
      onCleanup(() => {
        turn += 1
        retry.stop()
        unlisten()
        socket.emit('conversation:leave', { conversationId: id })
      })
    }),
  )

  createEffect((told: PresenceState) => {
    // Who comes in is taken to be here and writing nothing.
    if (!inside()) return atFirst
    const state = doing()
    if (state.idle !== told.idle || state.typing !== told.typing) {
      socket.emit('presence:update', { conversationId: untrack(place), state })
    }
    return state
  }, atFirst)

  return { people, live, liveEdits, closed, full, enterAgain: () => enterAgain?.() }
}
