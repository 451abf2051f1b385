import { createSignal, createEffect, onCleanup, type Accessor } from 'solid-js'
import { createAbsolutePositionFromRelativePosition, type RelativePosition } from 'yjs'
import { sectionAt } from '../../editor/sectionAt.ts'
import type { LiveDraft } from './createLiveDraft.ts'

/** Often enough for a word about where somebody is. */
const lookEvery = 1_000

/** `section` is the heading their cursor stands under. */
type Whereabouts = ReadonlyMap<string, { section: string | null; writing: boolean }>

/** Where in the draft others are and whether they write there, by person; who has neither a cursor nor writes is not in it. */
export function createWhereabouts(draft: Accessor<LiveDraft | undefined>): Accessor<Whereabouts> {
  const [places, setPlaces] = createSignal<Whereabouts>(new Map())
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

function whereabouts({ client: { text, awareness } }: Pick<LiveDraft, 'client'>): Whereabouts {
  const places = new Map<string, { section: string | null; writing: boolean }>()
  let content: string | null = null
  for (const [client, state] of awareness.getStates()) {
    const head: RelativePosition | undefined = state['cursor']?.head
    const personId: unknown = state['user']?.id
    if (client === awareness.clientID || typeof personId !== 'string') continue
    const place = head && text.doc && createAbsolutePositionFromRelativePosition(head, text.doc)
    const section = place?.type === text ? sectionAt((content ??= text.toJSON()), place.index) : null
    const writing = state['typing'] === true
    // Of several pages of theirs the one they write in.
    if (writing || (section !== null && !places.get(personId)?.writing)) places.set(personId, { section, writing })
  }
  return places
}
