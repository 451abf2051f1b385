import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap, placeholder, type KeyBinding } from '@codemirror/view'
import { createEffect, createMemo } from 'solid-js'

type Words = {
  /** What the textbox is called. */
  label: string
  /** Said where nothing is written, to who may write and to who may not. */
  toWriter: string
  toReader: string
}

type Access = {
  /** For the state that the editor begins with. */
  extension: () => Extension
  /** From now on the editor follows what is allowed. */
  follow: (view: EditorView) => void
}

/** Whether one may write in an editor, which can change while it is open. */
export function createAccess(allowed: () => boolean, words: Words, undoKeys: readonly KeyBinding[]): Access {
  const place = new Compartment()
  const extension = () => place.of(writing(allowed(), words, undoKeys))
  const follow = (view: EditorView) => {
    const now = createMemo(allowed)
    createEffect((before: boolean | undefined) => {
      const may = now()
      const effects = place.reconfigure(writing(may, words, undoKeys))
      // The word that writing has ended can come amid an edit, when the editor takes no other change.
      if (before !== undefined) queueMicrotask(() => view.dispatch({ effects }))
      return may
    }, undefined)
  }
  return { extension, follow }
}

function writing(allowed: boolean, { label, toWriter, toReader }: Words, undoKeys: readonly KeyBinding[]): Extension {
  return [
    EditorState.readOnly.of(!allowed),
    EditorView.editable.of(allowed),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-readonly': String(!allowed),
      spellcheck: 'true',
      // Not editable, it would be out of the keyboard's reach and could not be scrolled.
      tabindex: '0',
    }),
    // Taking back is writing too, and an undo manager asks no editor whether it may.
    allowed ? keymap.of(undoKeys) : [],
    placeholder(allowed ? toWriter : toReader),
  ]
}
