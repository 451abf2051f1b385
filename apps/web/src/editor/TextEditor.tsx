import { history, historyKeymap, isolateHistory } from '@codemirror/commands'
import { EditorState, Transaction, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { TextEdit } from '@prologue/prompt-kit'
import { createEffect, onCleanup, onMount } from 'solid-js'
import { createAccess } from './createAccess.ts'
import styles from './Editor.module.css'
import { findingMarks, showFindings, type FindingMark } from './findings/findingMarks.ts'
import { selectRange } from './selectRange.ts'
import { sheet } from './sheet.ts'

/** What the page asks of the editor. All places are UTF-16 indices into its text. */
export type TextHandle = {
  /** One step, which undo takes back as a whole; `silent` ones are none of one's own and stay. */
  change: (edits: readonly TextEdit[], options?: { silent?: boolean }) => void
  /** Puts a text where the cursor stands, in place of what is selected. */
  insert: (text: string) => void
  /** Selects a piece and brings it into view, to be written on. */
  select: (range: { start: number; end: number }) => void
  focus: () => void
}

/** Where one writes alone: a text, the places where something was found, and an undo that goes back to the beginning. */
export default function TextEditor(props: {
  /** What it is called, and what is said where nothing is written. */
  label: string
  placeholder: string
  /** What it begins with; from then on `onText` tells what stands there. */
  text: string
  canWrite: boolean
  findings: readonly FindingMark[]
  onText: (text: string) => void
  onReady: (handle: TextHandle | undefined) => void
}) {
  let place: HTMLDivElement | undefined

  onMount(() => {
    const words = { label: props.label, toWriter: props.placeholder, toReader: props.placeholder }
    const access = createAccess(() => props.canWrite, words, historyKeymap)
    const opened = new EditorView({
      ...(place && { parent: place }),
      state: EditorState.create({
        doc: props.text,
        extensions: [access.extension(), history(), sheet, findingMarks, hearing({ onText: (text) => props.onText(text) })],
      }),
    })
    access.follow(opened)
    createEffect(() => showFindings(opened, props.findings))
    props.onReady(makeHandle(opened))
    onCleanup(() => {
      props.onReady(undefined)
      opened.destroy()
    })
  })

  return <div ref={(element) => (place = element)} class={styles.editor} />
}

function hearing({ onText }: { onText: (text: string) => void }): Extension {
  return EditorView.updateListener.of((update) => {
    if (update.docChanged) onText(update.state.doc.toString())
  })
}

function makeHandle(view: EditorView): TextHandle {
  return {
    change(edits, { silent = false } = {}) {
      view.dispatch({
        changes: edits.map(({ index, remove, insert }) => ({ from: index, to: index + remove, insert })),
        annotations: silent ? Transaction.addToHistory.of(false) : isolateHistory.of('full'),
      })
    },
    insert(text) {
      view.dispatch(view.state.replaceSelection(text), { annotations: isolateHistory.of('full'), scrollIntoView: true })
      view.focus()
    },
    select: (range) => selectRange(view, range),
    focus: () => view.focus(),
  }
}
