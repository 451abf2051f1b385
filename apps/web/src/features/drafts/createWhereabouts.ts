import { createSignal, createEffect, onCleanup, type Accessor } from 'solid-js'
import { createAbsolutePositionFromRelativePosition, type RelativePosition } from 'yjs'
import { sectionAt } from '../../editor/sectionAt.ts'
import type { LiveDraft } from './createLiveDraft.ts'

/** Often enough for a word about where somebody is. */
const lookEvery = 1_000

/** Under which heading of the draft the cursors of others stand, by person; nobody without a cursor or a heading is in it. */
export function createWhereabouts(draft: Accessor<LiveDraft | undefined>): Accessor<ReadonlyMap<string, string>> {
  const [places, setPlaces] = createSignal<ReadonlyMap<string, string>>(new Map())
  createEffect(() => {
    const live = draft()
    if (!live) {
      setPlaces(new Map())
      return
    }
    const { awareness } = live.client
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      timer = undefined
      setPlaces(whereabouts(live))
    }
    const later = () => {
      timer ??= setTimeout(look, lookEvery)
    }
    awareness.on('change', later)
    look()
    onCleanup(() => {
      clearTimeout(timer)
      awareness.off('change', later)
    })
  })
  return places
}

function whereabouts({ client: { text, awareness } }: Pick<LiveDraft, 'client'>): Map<string, string> {
  const places = new Map<string, string>()
  let content: string | null = null
  for (const [client, state] of awareness.getStates()) {
    const head: RelativePosition | undefined = state['cursor']?.head
    const personId: unknown = state['user']?.id
    if (client === awareness.clientID || !head || !text.doc || typeof personId !== 'string') continue
    const place = createAbsolutePositionFromRelativePosition(head, text.doc)
    if (place?.type !== text) continue
    const section = sectionAt((content ??= text.toJSON()), place.index)
    if (section) places.set(personId, section)
  }
  return places
}
