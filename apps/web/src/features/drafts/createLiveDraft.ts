import {
  createDraftClient,
  type ClosedBecause,
  type DraftClient,
  type DraftClientSocket,
  type DraftStatus,
} from '@prologue/collab/client'
import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import { applyUpdate, encodeStateAsUpdate } from 'yjs'

export type LiveDraft = {
  client: DraftClient
  status: Accessor<DraftStatus>
  /** The text, read a few times a second at most: for counts and comparisons, not for the editor. */
  text: Accessor<string>
  /** Leaves the draft and opens it anew with all that is in it here, or with only what the server has if `discard` is set. */
  reopen: (options?: { discard: boolean }) => Promise<void>
}

const textEvery = 250

/** The live document of one draft; opened anew when the draft or its epoch becomes another, left with its owner. */
export function createLiveDraft(
  socket: DraftClientSocket,
  place: Accessor<{ id: string; epoch: number; personId: string } | undefined>,
): Accessor<LiveDraft | undefined> {
  const [opening, setOpening] = createSignal(0)
  /** What was in the draft when it was left to be opened anew: not every browser keeps a copy. */
  let left: { copy: string; state: Uint8Array } | undefined
  const key = createMemo(() => {
    const at = place()
    return at && `${at.id} ${at.epoch} ${at.personId} ${opening()}`
  })

  return createMemo(() => {
    const [draftId, epoch, personId] = key()?.split(' ') ?? []
    if (!draftId || !epoch || !personId) return undefined
    const client = createDraftClient({ socket, draftId, epoch: Number(epoch), personId })
    const copy = `${draftId} ${epoch} ${personId}`
    if (left?.copy === copy) applyUpdate(client.doc, left.state)
    left = undefined
    const [status, setStatus] = createSignal(client.status.get())
    const [text, setText] = createSignal(client.text.toJSON())
    const unsubscribe = client.status.subscribe(setStatus)

    let timer: ReturnType<typeof setTimeout> | undefined
    const changed = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        setText(client.text.toJSON())
      }, textEvery)
    }
    client.text.observe(changed)

    onCleanup(() => {
      clearTimeout(timer)
      client.text.unobserve(changed)
      unsubscribe()
      void client.destroy()
    })
    const reopen = async (options?: { discard: boolean }) => {
      if (options?.discard) await client.forget()
      else left = { copy, state: encodeStateAsUpdate(client.doc) }
      setOpening((count) => count + 1)
    }
    return { client, status, text, reopen }
  })
}

/** Whoever the conversation lets in is not kept out of its draft by these any more. */
const keptOut = [
  'access-ended',
  'draft-deleted',
  'NOT_FOUND',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'ROOM_FULL',
] as const satisfies ClosedBecause[]

/** Opens a draft again that was closed to who is in its conversation now. */
export function reopenOnEntering(draft: LiveDraft | undefined): void {
  const because = draft?.status().closedBecause
  if (keptOut.some((reason) => reason === because)) void draft?.reopen()
}
