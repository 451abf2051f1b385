import { listen } from '@prologue/collab/client'
import type { DraftSection } from '@prologue/contracts'
import { lockedSections } from '@prologue/prompt-kit'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { createMemo, onCleanup, type Accessor } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { readAgain } from '../../queryClient.ts'
import { useConnection } from '../../realtime/connection.tsx'
import { sectionWords } from '../../ui/sectionWords.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { lockAfter, readingLocks, unreadLocks, withLock } from './sectionLock.ts'

export type SectionLocks = ReturnType<typeof createSectionLocks>

const sectionsKey = (conversationId: string) => ['draft-sections', conversationId] as const

/** Which sections of the draft keep what they have, whoever locked them, and the hand that locks and opens them. */
export function createSectionLocks(conversationId: Accessor<string>, text: Accessor<string>) {
  const queryClient = useQueryClient()
  const say = useToasts()
  const query = useQuery(() => {
    const id = conversationId()
    return { queryKey: sectionsKey(id), queryFn: () => api.drafts.sections.query({ conversationId: id }) }
  })
  const outdate = () => void readAgain(queryClient, sectionsKey(conversationId()))
  onCleanup(
    listen(useConnection().socket, {
      'sections:changed': (event) => event.conversationId === conversationId() && outdate(),
    }),
  )
  const known = createMemo(() => (query.isPending ? undefined : query.data))
  const locked = createMemo((): ReadonlySet<string> => lockedSections(text(), known() ?? []), undefined, { equals: sameSets })
  const failed = () => known() === undefined && query.isError
  const again = (): void => void query.refetch()
  const toggle = async (section: string) => {
    const id = conversationId()
    const before = known()
    if (!before) {
      if (failed()) say(unreadLocks, { tone: 'bad', action: { label: 'Try again', run: again } })
      else say(readingLocks)
      return
    }
    const lock = lockAfter(text(), before, section)
    const isLocked = !locked().has(section)
    queryClient.setQueryData<DraftSection[]>(sectionsKey(id), withLock(before, section, lock))
    try {
      await api.drafts.setLock.mutate({ conversationId: id, section, lock })
      const name = sectionWords(section)
      say(isLocked ? `“${name}” is locked: answers leave it as it is.` : `“${name}” is open: answers may rewrite it.`)
    } catch (error) {
      queryClient.setQueryData<DraftSection[]>(sectionsKey(id), before)
      say(describeFailure(error), { tone: 'bad' })
    }
    outdate()
  }
  return {
    /** None until they have been read. */
    locked: () => (known() ? locked() : none),
    known: () => known() !== undefined,
    failed,
    again,
    outdate,
    toggle,
  }
}

const none: ReadonlySet<string> = new Set()

function sameSets(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each))
}
