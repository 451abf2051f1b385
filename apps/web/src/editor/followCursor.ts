import { EditorView } from '@codemirror/view'
import type { DraftClient } from '@prologue/collab/client'
import { createAbsolutePositionFromRelativePosition, type RelativePosition, type YTextEvent } from 'yjs'

/** Room kept above and below the cursor that is followed, in pixels. */
const margin = 96
const modifiers = ['Shift', 'Control', 'Alt', 'Meta']

type Change = { added: number[]; updated: number[] }

/**
 * Scrolls so that somebody's cursor stays in view, until what this returns is called. `onEnd` hears that one scrolled, clicked,
 * typed or pressed Escape oneself.
 */
export function followCursor(
  view: EditorView,
  { text, awareness }: Pick<DraftClient, 'text' | 'awareness'>,
  personId: string,
  onEnd: () => void,
): () => void {
  const isTheirs = (client: number) => awareness.getStates().get(client)?.['user']?.id === personId
  /** Their page that was shown last. */
  let shown: number | undefined
  const show = (clients: Iterable<number>, y: 'center' | 'nearest') => {
    for (const client of clients) {
      const head: RelativePosition | undefined = isTheirs(client)
        ? awareness.getStates().get(client)?.['cursor']?.head
        : undefined
      const place = head && text.doc && createAbsolutePositionFromRelativePosition(head, text.doc)
      if (!place || place.type !== text || place.index > view.state.doc.length) continue
      shown = client
      view.dispatch({ effects: EditorView.scrollIntoView(place.index, { y, yMargin: margin }) })
      return
    }
  }
  // Of several pages of theirs the one that moves is followed.
  const moved = ({ added, updated }: Change) => show([...added, ...updated], 'nearest')
  // At the end of what they write their cursor stays where it is in the text, and moves on the screen.
  const written = ({ transaction }: YTextEvent) => {
    if (!transaction.local && shown !== undefined) show([shown], 'nearest')
  }
  const press = (event: KeyboardEvent) => {
    const inEditor = event.target instanceof Node && view.dom.contains(event.target)
    if (event.key === 'Escape' || (inEditor && !modifiers.includes(event.key))) onEnd()
  }

  const ends = ['wheel', 'touchmove', 'pointerdown'] as const
  for (const event of ends) view.dom.addEventListener(event, onEnd, { passive: true })
  window.addEventListener('keydown', press)
  awareness.on('change', moved)
  text.observe(written)
  show(awareness.getStates().keys(), 'center')
  return () => {
    for (const event of ends) view.dom.removeEventListener(event, onEnd)
    window.removeEventListener('keydown', press)
    awareness.off('change', moved)
    text.unobserve(written)
  }
}
