import { createEffect, createMemo, type Accessor } from 'solid-js'
import type { LiveDraft } from './createLiveDraft.ts'
import { forgetUnsentPlace, keepUnsentPlace } from './unsentPlace.ts'

type Place = { conversationId: string; draftId: string; epoch: number; personId: string }

/** Notes as long as the draft on the page has edits that the server lacks; answers how many. */
export function createUnsentPlace(draft: Accessor<LiveDraft | undefined>, place: Accessor<Place>): Accessor<number> {
  const unsent = createMemo(() => draft()?.status().unsent ?? 0)
  const settled = createMemo(() => draft()?.status().state === 'saved')
  const some = createMemo(() => unsent() > 0)
  createEffect(() => {
    const { conversationId, ...copy } = place()
    if (some()) keepUnsentPlace(conversationId, copy)
    else if (settled()) forgetUnsentPlace(conversationId, copy.personId)
  })
  return unsent
}
