import type { Comment } from '@prologue/contracts'
import { describeFailure } from '../../failure.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import type { Said } from './mentions.ts'
import type { CommentActions } from './queries.ts'
import type { Thread } from './threads.ts'

export type ThreadActs = {
  answer: (threadId: string, said: Said) => Promise<void>
  edit: (said: Said & { id: string }) => Promise<void>
  remove: (comment: Comment) => Promise<void>
  /** Resolves an open thread, opens a resolved one. */
  settle: (thread: Thread) => Promise<void>
}

/** What the buttons of a thread do; what takes something off the screen offers to take it back. */
export function createThreadActs(actions: CommentActions): ThreadActs {
  const say = useToasts()
  const tried = async (work: () => Promise<void>, failed: string) => {
    try {
      await work()
    } catch (error) {
      say(`${failed} ${describeFailure(error)}`, { tone: 'bad' })
    }
  }
  return {
    async answer(threadId, said) {
      await actions.add({ ...said, parentId: threadId })
    },
    edit: actions.edit,
    remove: ({ id, parentId }) =>
      tried(async () => {
        await actions.remove(id)
        const run = () => void tried(() => actions.restore(id), 'The comment stays deleted.')
        say(parentId === null ? 'Thread deleted.' : 'Comment deleted.', { action: { label: 'Undo', run } })
      }, 'The comment stays.'),
    settle: ({ id, start }) =>
      tried(async () => {
        if (start.resolved) return actions.reopen(id)
        await actions.resolve(id)
        const run = () => void tried(() => actions.reopen(id), 'The thread stays resolved.')
        say('Thread resolved.', { action: { label: 'Undo', run } })
      }, 'The thread stays as it is.'),
  }
}
