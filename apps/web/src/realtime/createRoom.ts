import type { CloseReason, ConversationJoined, Person, ServerToClientEvents } from '@prologue/contracts'
import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { useConnection } from './connection.tsx'
import { addPiece, type LiveTexts } from './liveText.ts'

export type Room = {
  /** Who has the conversation open now. */
  people: Accessor<readonly Person[]>
  /** Answers being written, by prompt. */
  live: LiveTexts
  /** Why the place in the room ended, null while it has not. */
  closed: Accessor<CloseReason | null>
}

export type RoomListeners = {
  onPromptChanged: (promptId: string) => void
  onConversationChanged: () => void
  /** The connection was gone and is back: what changed meanwhile was not heard. */
  onReturned: () => void
}

/** A place in a conversation's room, taken again after each reconnect, left with the page. */
export function createRoom(conversationId: Accessor<string>, listeners: RoomListeners): Room {
  const { socket } = useConnection()
  const [people, setPeople] = createSignal<readonly Person[]>([])
  const [live, setLive] = createStore<Record<string, string>>({})
  const [closed, setClosed] = createSignal<CloseReason | null>(null)

  const enter = (id: string) => {
    socket.emit('conversation:join', { conversationId: id }, (ack) => {
      if (ack.ok && id === conversationId()) show(ack)
    })
  }
  const show = (joined: ConversationJoined) => {
    setPeople(joined.people)
    setLive(reconcile(Object.fromEntries(joined.live.map((answer) => [answer.promptId, answer.text]))))
  }

  createEffect(() => {
    const id = conversationId()
    setPeople([])
    setLive(reconcile({}))
    setClosed(null)

    const here = <E extends { conversationId: string }>(listen: (event: E) => void) => {
      return (event: E) => {
        if (event.conversationId === id) listen(event)
      }
    }
    const handlers: Pick<
      ServerToClientEvents,
      'presence:changed' | 'conversation:changed' | 'conversation:closed' | 'prompt:changed' | 'prompt:delta'
    > = {
      'presence:changed': here((event) => setPeople(event.people)),
      'conversation:changed': here(() => listeners.onConversationChanged()),
      'conversation:closed': here((event) => setClosed(event.reason)),
      'prompt:changed': here((event) => listeners.onPromptChanged(event.promptId)),
      'prompt:delta': here((event) => {
        const text = addPiece(live[event.promptId] ?? '', event.offset, event.text)
        if (text === null) enter(id)
        else setLive(event.promptId, text)
      }),
    }

    if (socket.connected) enter(id)
    let wasHere = socket.connected
    const connected = () => {
      enter(id)
      if (wasHere) listeners.onReturned()
      wasHere = true
    }
    socket.on('connect', connected)
    socket.on('presence:changed', handlers['presence:changed'])
    socket.on('conversation:changed', handlers['conversation:changed'])
    socket.on('conversation:closed', handlers['conversation:closed'])
    socket.on('prompt:changed', handlers['prompt:changed'])
    socket.on('prompt:delta', handlers['prompt:delta'])
    onCleanup(() => {
      socket.emit('conversation:leave', { conversationId: id })
      socket.off('connect', connected)
      socket.off('presence:changed', handlers['presence:changed'])
      socket.off('conversation:changed', handlers['conversation:changed'])
      socket.off('conversation:closed', handlers['conversation:closed'])
      socket.off('prompt:changed', handlers['prompt:changed'])
      socket.off('prompt:delta', handlers['prompt:delta'])
    })
  })

  return { people, live, closed }
}
