import { defaultKeymap } from '@codemirror/commands'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import type { DraftClient } from '@prologue/collab/client'
import { createEffect, createMemo, onCleanup, onMount } from 'solid-js'
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next'
import { UndoManager } from 'yjs'
import { appearance } from './appearance.ts'
import styles from './DraftEditor.module.css'
import { highlighting } from './highlighting.ts'

function writing(allowed: boolean): Extension {
  return [
    EditorState.readOnly.of(!allowed),
    EditorView.editable.of(allowed),
    EditorView.contentAttributes.of({
      'aria-label': 'Draft',
      'aria-readonly': String(!allowed),
      spellcheck: 'true',
      // Not editable, it would be out of the keyboard's reach and could not be scrolled.
      tabindex: '0',
    }),
    placeholder(allowed ? 'Write here, or apply an answer from the chat.' : 'Nothing is written yet.'),
  ]
}

/** Where everybody writes: their cursors and names, and an undo that takes back only one's own. */
export default function DraftEditor(props: { client: DraftClient; canWrite: boolean }) {
  const access = new Compartment()
  let place: HTMLDivElement | undefined
  let view: EditorView | undefined

  onMount(() => {
    const { text, awareness } = props.client
    const undoManager = new UndoManager(text)
    view = new EditorView({
      ...(place && { parent: place }),
      state: EditorState.create({
        doc: text.toJSON(),
        extensions: [
          access.of(writing(props.canWrite)),
          keymap.of([...yUndoManagerKeymap, ...defaultKeymap]),
          EditorView.lineWrapping,
          EditorView.perLineTextDirection.of(true),
          highlighting,
          appearance,
          yCollab(text, awareness, { undoManager }),
        ],
      }),
    })
    onCleanup(() => {
      view?.destroy()
      view = undefined
      undoManager.destroy()
    })
  })

  const allowed = createMemo(() => props.canWrite)
  createEffect(() => {
    const effects = access.reconfigure(writing(allowed()))
    // The word that writing has ended can come amid an edit, when the editor takes no other change.
    queueMicrotask(() => view?.dispatch({ effects }))
  })

  return <div ref={(element) => (place = element)} class={styles.editor} />
}
