import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { DraftClient } from '@prologue/collab/client'
import type { Anchor } from '@prologue/contracts'
import type { TextEdit } from '@prologue/prompt-kit'
import { createEffect, onCleanup, onMount } from 'solid-js'
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next'
import { UndoManager } from 'yjs'
import { anchorOf, rangeOf } from './anchors.ts'
import { authorship, showAuthors, type AuthorBook, type Authorship } from './authorship.ts'
import { commentMarks, showMarks, type CommentMarks } from './commentMarks.ts'
import { createAccess } from './createAccess.ts'
import styles from './Editor.module.css'
import { findingMarks, showFindings, type FindingMark } from './findings/findingMarks.ts'
import { followCursor } from './followCursor.ts'
import { sectionLocks, showLocks, type LockMark } from './sectionLocks.ts'
import { selectRange } from './selectRange.ts'
import { sheet } from './sheet.ts'
import { whyHere, type ReasonAt } from './whyHere.ts'

/** What the page asks of the editor. */
export type EditorHandle = {
  /** What is selected, tied to its characters; null where nothing is. */
  selection: () => Anchor | null
  /** Brings a piece of the text into view; false where it is gone. */
  reveal: (anchor: Anchor) => boolean
  /** Selects a piece, as UTF-16 indices, and brings it into view. */
  select: (range: { start: number; end: number }) => void
  /** Written as one's own: one step, which undo takes back as a whole. */
  change: (edits: readonly TextEdit[]) => void
  /** Tells why the sentence at the cursor is there; asked again, it is closed. */
  askWhy: () => void
  focus: () => void
}

export type EditorComments = CommentMarks & {
  onOpen: (id: string) => void
  /** A comment is to be written on what is selected. */
  onComment: () => void
}

export type EditorAuthors = {
  book: AuthorBook
  /** Whether the whole text is coloured by who wrote it. */
  coloured: boolean
  onShown: (authorship: Authorship) => void
}

export type EditorLocks = {
  /** Where sections begin in the text as the editor has it. */
  marksIn: (text: string) => readonly LockMark[]
  canLock: boolean
  onToggle: (section: string) => void
}

export type EditorFollowing = { personId: string | null; onEnd: () => void }

/** From the top, in pixels: what lies over the lower part of the text leaves it free. */
const revealedBelow = 56

const words = {
  label: 'Draft',
  toWriter: 'Write here, or apply an answer from the chat.',
  toReader: 'Nothing is written yet.',
}

/** Where everybody writes: their cursors and names, what was commented on, and an undo that takes back only one's own. */
export default function DraftEditor(props: {
  client: DraftClient
  canWrite: boolean
  comments: EditorComments
  authors: EditorAuthors
  following: EditorFollowing
  /** What was found in the text as it stands there. */
  findings: readonly FindingMark[]
  locks: EditorLocks
  /** Null where nothing is known of what the text was composed from. */
  reasonAt: ReasonAt
  /** What is said where no reason can be told. */
  noReason: string
  onReady: (handle: EditorHandle | undefined) => void
}) {
  const access = createAccess(() => props.canWrite, words, yUndoManagerKeymap)
  let place: HTMLDivElement | undefined

  onMount(() => {
    const { text, awareness } = props.client
    const undoManager = new UndoManager(text)
    const why = whyHere(
      (words, at) => props.reasonAt(words, at),
      () => props.noReason,
    )
    const opened = new EditorView({
      ...(place && { parent: place }),
      state: EditorState.create({
        doc: text.toJSON(),
        extensions: [
          access.extension(),
          commentMarks({ onOpen: (id) => props.comments.onOpen(id), onComment: () => props.comments.onComment() }),
          sectionLocks((section) => props.locks.onToggle(section)),
          why.extension,
          sheet,
          findingMarks,
          yCollab(text, awareness, { undoManager }),
          authorship(text, { book: props.authors.book, onShown: (shown) => props.authors.onShown(shown) }),
        ],
      }),
    })
    access.follow(opened)
    createEffect(() => showMarks(opened, props.comments))
    createEffect(() => {
      const { marksIn, canLock } = props.locks
      showLocks(opened, { marks: marksIn(opened.state.doc.toString()), canLock })
    })
    createEffect(() => showFindings(opened, props.findings))
    createEffect(() => showAuthors(opened, props.authors.coloured))
    createEffect(() => {
      const { personId } = props.following
      if (personId !== null) onCleanup(followCursor(opened, props.client, personId, () => props.following.onEnd()))
    })
    props.onReady({ ...makeHandle(opened, props.client, undoManager), askWhy: () => void why.ask(opened) })
    onCleanup(() => {
      props.onReady(undefined)
      opened.destroy()
      undoManager.destroy()
    })
  })

  return <div ref={(element) => (place = element)} class={styles.editor} />
}

function makeHandle(view: EditorView, { text }: DraftClient, undoManager: UndoManager): Omit<EditorHandle, 'askWhy'> {
  return {
    selection: () => anchorOf(text, view.state.selection.main),
    reveal(anchor) {
      const range = rangeOf(text, anchor)
      if (range) view.dispatch({ effects: EditorView.scrollIntoView(range.from, { y: 'start', yMargin: revealedBelow }) })
      return range !== null
    },
    select: (range) => selectRange(view, range),
    change(edits) {
      undoManager.stopCapturing()
      view.dispatch({
        changes: edits.map(({ index, remove, insert }) => ({ from: index, to: index + remove, insert })),
        userEvent: 'input',
      })
      undoManager.stopCapturing()
    },
    focus: () => view.focus(),
  }
}
