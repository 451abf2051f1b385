import { createEffect, createMemo, createSignal, on, onCleanup, untrack, type Accessor } from 'solid-js'
import { failedWith } from '../../failure.ts'
import { hearPages } from './hearPages.ts'
import { forgetDraft, keepDraft, openPage, type KeptPlace } from './keptDrafts.ts'
import { isPassing, unsavedState, type SavingState } from './savingState.ts'
import { sameText, type Unfinished } from './unfinished.ts'

/** What the server has, and under which numbers the next is saved. */
export type Saved = { written: Unfinished; revision: number; basedOn: number }

/** The draft was saved elsewhere, or a version was made, while one wrote here. */
export type Conflict = {
  kind: 'saved' | 'published'
  /** What both began with. */
  from: Unfinished
  theirs: Saved
}

export type DraftServer = {
  save: (input: Unfinished & { templateId: string; revision: number; basedOn: number }) => Promise<{ revision: number }>
  read: () => Promise<Saved>
}

export type DraftSaving = {
  state: Accessor<SavingState>
  /** Why it is not saved, as far as the server said so. */
  failure: Accessor<unknown>
  conflict: Accessor<Conflict | null>
  saved: Accessor<Saved>
  /** Saves at once what is not saved yet; answers whether all of it is saved then. */
  saveNow: () => Promise<boolean>
  /** The server has something else by now, which one did not begin with: asks what is to become of both. */
  meet: (conflict: Conflict) => void
  /** Goes on with a text of one's choice; it is saved as what came after theirs. */
  resolve: (chosen: Unfinished) => void
  /** From here on this is what the server has. */
  begin: (saved: Saved) => void
  /** The draft is another by something else than saving: other windows look at it again. */
  tellOthers: () => void
}

/** Nobody stops for so long amid a word, in milliseconds; while somebody types on it is saved this often. */
const pause = 900
const longestPause = 5_000
const keepAfter = 250
const retryAfter = [2_000, 5_000, 10_000, 20_000] as const

/**
 * Saves what is written a moment after it was written, and keeps it in this browser until it is saved. What was saved elsewhere is never
 * written over: where nothing is unsaved here, `onTake` hears of it, else it is a conflict and waits for an answer.
 */
export function createDraftSaving(options: {
  place: KeptPlace
  server: DraftServer
  opened: { saved: Saved; conflict: Conflict | null; adopted: string | null }
  now: Accessor<Unfinished>
  onTake: (written: Unfinished, how: 'followed' | 'chosen') => void
}): DraftSaving {
  const { place, server, now, onTake } = options
  const page = openPage()
  const [saved, setSaved] = createSignal(options.opened.saved)
  /** The numbers are new: what is written is saved under them though the text be the same. */
  const [due, setDue] = createSignal(false)
  const [conflict, setConflict] = createSignal(options.opened.conflict)
  const [failure, setFailure] = createSignal<unknown>(null)
  let running: Promise<boolean> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let unsavedSince: number | null = null
  let isKept = true
  let isLeft = false

  // No memo: it is asked for after the page was left, too.
  const isDirty = () => due() || !sameText(now(), saved().written)

  const keepHere = () => {
    const { written: from, revision, basedOn } = saved()
    if (isDirty()) isKept = keepDraft(place, page.pageId, { written: now(), from, revision, basedOn, at: Date.now() })
    else forgetDraft(place, page.pageId)
  }
  untrack(keepHere)
  // Only now that it is kept by this page.
  if (options.opened.adopted !== null) forgetDraft(place, options.opened.adopted)

  const begin = (next: Saved) => {
    setSaved(next)
    setDue(false)
    setFailure(null)
    keepHere()
  }
  const meetSaved = (theirs: Saved) => {
    // Only the numbers are others, as when this very text was published.
    const isUnchanged = sameText(saved().written, theirs.written)
    if (isUnchanged || sameText(now(), theirs.written)) return begin(theirs)
    if (isDirty()) return setConflict({ kind: 'saved', from: saved().written, theirs })
    begin(theirs)
    onTake(theirs.written, 'followed')
  }

  const send = async (): Promise<boolean> => {
    const written = now()
    const { revision, basedOn } = saved()
    try {
      const answer = await server.save({ templateId: place.templateId, ...written, revision, basedOn })
      failures = 0
      begin({ written, revision: answer.revision, basedOn })
      pages.tellSaved()
      return true
    } catch (error) {
      try {
        if (!failedWith(error, 'CONFLICT')) throw error
        const theirs = await server.read()
        if (theirs.revision === revision) throw error
        meetSaved(theirs)
        return !conflict()
      } catch (reason) {
        setFailure(reason)
        return false
      }
    }
  }
  const run = async () => {
    clearTimeout(timer)
    // What is written while something is on its way goes after it.
    while (isDirty() && !conflict()) if (!(await send())) break
    unsavedSince = null
    keepHere()
    if (isDirty() && !conflict() && !isLeft) plan()
    return !isDirty() && !conflict()
  }
  const saveNow = () => (running ??= run().finally(() => (running = null)))
  /** It is saved after a pause, or again after a failure that may pass. */
  const plan = () => {
    clearTimeout(timer)
    if (!isPassing(failure())) return
    unsavedSince ??= Date.now()
    const soon = Math.max(0, Math.min(pause, unsavedSince + longestPause - Date.now()))
    const wait = failure() === null ? soon : (retryAfter[Math.min(failures++, retryAfter.length - 1)] ?? pause)
    timer = setTimeout(() => void saveNow(), wait)
  }
  const lookAgain = async () => {
    const before = saved()
    if (isDirty()) return
    const theirs = await server.read().catch(() => before)
    // An answer that was overtaken says nothing.
    if (isLeft || saved() !== before || running) return
    if (theirs.revision !== before.revision || theirs.basedOn !== before.basedOn) meetSaved(theirs)
  }
  const pages = hearPages(place.templateId, {
    hidden: keepHere,
    back: () => void (isDirty() && !conflict() ? saveNow() : lookAgain()),
    savedElsewhere: () => void lookAgain(),
    wouldLose: () => isDirty() && !isKept,
  })

  createEffect(
    on([now, saved, due, conflict], () => {
      if (!isDirty() || conflict()) return
      // What was refused was another text.
      if (!isPassing(failure())) setFailure(null)
      if (failure() === null && !running) plan()
    }),
  )
  createEffect(
    on([now, saved, due], () => {
      const keeping = setTimeout(keepHere, keepAfter)
      onCleanup(() => clearTimeout(keeping))
    }),
  )
  onCleanup(() => {
    isLeft = true
    keepHere()
    void saveNow().finally(() => {
      pages.stop()
      page.close()
    })
  })

  const state = createMemo((): SavingState => (conflict() ? 'conflict' : isDirty() ? unsavedState(failure()) : 'saved'))
  return {
    state,
    failure,
    conflict,
    saved,
    saveNow,
    meet(met) {
      if (sameText(now(), met.theirs.written)) begin(met.theirs)
      else setConflict(met)
    },
    resolve(chosen) {
      const met = conflict()
      if (!met) return
      // The server answered: what failed before is over.
      setFailure(null)
      setSaved(met.theirs)
      setDue(met.kind === 'published')
      setConflict(null)
      onTake(chosen, 'chosen')
    },
    begin,
    tellOthers: pages.tellSaved,
  }
}
