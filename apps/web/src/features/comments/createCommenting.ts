import type { DraftClient } from '@prologue/collab/client'
import type { Anchor, Comment } from '@prologue/contracts'
import { createMemo, createSignal, type Accessor } from 'solid-js'
import { rangeOf, type Range } from '../../editor/anchors.ts'
import type { CommentMark } from '../../editor/commentMarks.ts'
import { groupThreads, toThreads, type Thread, type ThreadGroups } from './threads.ts'

/** The mark of what a comment is being written on. */
const newMark = 'new'

/** Read again, an anchor is another object that says the same. */
const isSame = (one: Anchor | null, other: Anchor | null) => JSON.stringify(one) === JSON.stringify(other)

type Place = { client: Pick<DraftClient, 'text'>; text: Accessor<string> }

export type Commenting = {
  groups: Accessor<ThreadGroups>
  /** How many threads are open. */
  count: Accessor<number>
  marks: Accessor<readonly CommentMark[]>
  /** Whether the list is on the screen. */
  shown: Accessor<boolean>
  show: () => void
  /** Takes the list away and gives the focus back to what had it. */
  close: () => void
  /** The thread that is read just now. */
  activeId: Accessor<string | null>
  activeMark: Accessor<string | null>
  /** What the thread that is read stands on. */
  activeAnchor: Accessor<Anchor | null>
  choose: (threadId: string | null) => void
  /** Shows the thread of a comment; false where there is none. */
  openComment: (commentId: string) => boolean
  /** The comment that a link led to, until another is opened. */
  linked: Accessor<string | null>
  /** What a new comment is being written on: null where none is. */
  composing: Accessor<{ anchor: Anchor | null } | null>
  begin: (anchor: Anchor | null) => void
  stopComposing: () => void
  showsResolved: Accessor<boolean>
  setShowsResolved: (shows: boolean) => void
  /** What is written and not sent, by thread; `new` for a new one. */
  unsent: Map<string, string>
}

/** What of the comments is on the screen: list, marks and what is being written, for one draft at a time. */
export function createCommenting(comments: Accessor<readonly Comment[]>, draft: Accessor<Place | undefined>): Commenting {
  const [shown, setShown] = createSignal(false)
  const [activeId, setActiveId] = createSignal<string | null>(null)
  const [linked, setLinked] = createSignal<string | null>(null)
  const [composing, setComposing] = createSignal<{ anchor: Anchor | null } | null>(null)
  const [showsResolved, setShowsResolved] = createSignal(false)
  let opener: Element | null = null

  const threads = createMemo(() => toThreads(comments()))
  const composed = () => composing()?.anchor ?? null
  /** Worked out again a few times a second while somebody writes; in between the editor moves its marks itself. */
  const ranges = createMemo(() => {
    const place = draft()
    place?.text()
    const found = new Map<string, Range>()
    const add = (id: string, anchor: Anchor | null) => {
      const range = place && anchor && rangeOf(place.client.text, anchor)
      if (range) found.set(id, range)
    }
    for (const { id, start } of threads()) add(id, start.anchor)
    add(newMark, composed())
    return found
  })
  const groups = createMemo(() => groupThreads(threads(), ranges()))
  const isMarked = ({ start }: Thread) => start.resolved === null || (shown() && showsResolved())
  const marks = createMemo(() => {
    const ids = [
      ...threads()
        .filter(isMarked)
        .map(({ id }) => id),
      newMark,
    ]
    return ids.flatMap((id) => {
      const range = ranges().get(id)
      return range ? [{ id, ...range }] : []
    })
  })

  const activeAnchor = createMemo(() => threads().find(({ id }) => id === activeId())?.start.anchor ?? null, null, {
    equals: isSame,
  })

  const show = () => {
    if (!shown()) opener = document.activeElement
    setShown(true)
  }
  const choose = (threadId: string | null) => {
    if (threadId === newMark) return
    if (threadId !== null) show()
    if (threads().some(({ id, start }) => id === threadId && start.resolved !== null)) setShowsResolved(true)
    setLinked(null)
    setActiveId(threadId)
  }
  return {
    groups,
    count: () => threads().filter(({ start }) => start.resolved === null).length,
    marks,
    shown,
    show,
    close() {
      setShown(false)
      setComposing(null)
      setActiveId(null)
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    },
    activeId,
    activeMark: () => (composing() ? newMark : activeId()),
    activeAnchor,
    choose,
    openComment(commentId) {
      const comment = comments().find(({ id }) => id === commentId)
      if (!comment) return false
      choose(comment.parentId ?? comment.id)
      setLinked(commentId)
      return true
    },
    linked,
    composing,
    begin(anchor) {
      show()
      setActiveId(null)
      setComposing({ anchor })
    },
    stopComposing: () => setComposing(null),
    showsResolved,
    setShowsResolved,
    unsent: new Map(),
  }
}
