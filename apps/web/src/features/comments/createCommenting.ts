import type { DraftClient } from '@prologue/collab/client'
import type { Anchor, Comment } from '@prologue/contracts'
import { createMemo, createSignal, type Accessor } from 'solid-js'
import { rangesOf, type Range } from '../../editor/anchors.ts'
import type { CommentMark } from '../../editor/commentMarks.ts'
import { createKeptText } from '../../ui/createKeptText.ts'
import { groupThreads, toThreads, type Thread, type ThreadGroups } from './threads.ts'

/** Stands for the id of a thread that is still being written. */
export const newThreadId = 'new'

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
  /** What the person wrote and did not send, for the thread with this id. It survives a reload until it is set to ''. */
  unsent: (threadId: string) => Unsent
}

export type Unsent = { text: Accessor<string>; set: (text: string) => void }

/** What of the comments is on the screen: list, marks and what is being written, for one draft at a time. */
export function createCommenting(
  comments: Accessor<readonly Comment[]>,
  draft: Accessor<Place | undefined>,
  /** Whose texts are kept, and where they were written. */
  keeper: Accessor<{ personId: string; conversationId: string }>,
): Commenting {
  const [shown, setShown] = createSignal(false)
  const [activeId, setActiveId] = createSignal<string | null>(null)
  const [linked, setLinked] = createSignal<string | null>(null)
  const [composing, setComposing] = createSignal<{ anchor: Anchor | null } | null>(null)
  const [showsResolved, setShowsResolved] = createSignal(false)
  let opener: Element | null = null
  /** One for each text, as long as the page lives: where the browser keeps nothing, it is still here. */
  const kept = new Map<string, Unsent>()

  const threads = createMemo(() => toThreads(comments()))
  /** Resolved ones cost nothing until they are shown. */
  const isShown = ({ start }: Thread) => start.resolved === null || (shown() && showsResolved())
  /** Worked out again a few times a second while somebody writes; in between the editor moves its marks itself. */
  const ranges = createMemo<ReadonlyMap<string, Range>>(() => {
    const place = draft()
    place?.text()
    const anchors = new Map<string, Anchor>()
    for (const thread of threads()) if (thread.start.anchor && isShown(thread)) anchors.set(thread.id, thread.start.anchor)
    const composed = composing()?.anchor
    if (composed) anchors.set(newThreadId, composed)
    return place ? rangesOf(place.client.text, anchors) : new Map()
  })
  const groups = createMemo(() => groupThreads(threads(), ranges()))
  const marks = createMemo(() => Array.from(ranges(), ([id, { from, to }]) => ({ id, from, to })))
  const activeAnchor = createMemo(() => threads().find(({ id }) => id === activeId())?.start.anchor ?? null, null, {
    equals: isSame,
  })

  const show = () => {
    if (!shown()) opener = document.activeElement
    setShown(true)
  }
  const choose = (threadId: string | null) => {
    if (threadId === newThreadId) return
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
    activeMark: () => (composing() ? newThreadId : activeId()),
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
    unsent(threadId) {
      const { personId, conversationId } = keeper()
      const key = `${personId} ${threadId}`
      const known = kept.get(key)
      if (known) return known
      const [text, set] = createKeptText(personId, `comment.${conversationId}.${threadId}`)
      kept.set(key, { text, set })
      return { text, set }
    },
  }
}
