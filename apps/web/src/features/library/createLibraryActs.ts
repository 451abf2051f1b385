import type { ChangedTemplates, TaggedTemplates } from '@prologue/contracts'
import { useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { libraryKeys } from '../../libraryKeys.ts'
import { templateKeys } from '../../templateKeys.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { countWords } from './countWords.ts'
import { withoutTemplates, type ShownHits } from './shownHits.ts'

type Refused = ChangedTemplates['refused']

/** What is done with several templates at once, each with its Undo. What is deleted or brought back leaves the list at once. */
export function createLibraryActs() {
  const queryClient = useQueryClient()
  const say = useToasts()

  const readAgain = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: libraryKeys.all }),
      queryClient.invalidateQueries({ queryKey: templateKeys.all }),
    ])

  /** Tells of what was not done with others; the reason of the first stands for all. */
  const tellRefused = (refused: Refused) => {
    const [first] = refused
    if (first) say(`Not done with ${countWords(refused.length)}. ${first.message}`, { tone: 'bad' })
  }

  async function attempt<Done>(work: () => Promise<Done>): Promise<Done | undefined> {
    try {
      return await work()
    } catch (error) {
      say(describeFailure(error), { tone: 'bad' })
      return undefined
    } finally {
      void readAgain()
    }
  }

  /** They leave the list before the server has answered; where it refuses, they are read again. */
  async function takeAway(ids: readonly string[], work: () => Promise<ChangedTemplates>) {
    // What is being read now may be from before.
    await queryClient.cancelQueries({ queryKey: libraryKeys.hits })
    queryClient.setQueriesData<ShownHits>({ queryKey: libraryKeys.hits }, (shown) => shown && withoutTemplates(shown, ids))
    const done = await attempt(work)
    if (done) tellRefused(done.refused)
    return done?.ids ?? []
  }

  async function remove(ids: readonly string[]) {
    const gone = await takeAway(ids, () => api.templates.deleteMany.mutate({ ids: [...ids] }))
    if (gone.length === 0) return
    const undo = async () => {
      const back = await attempt(() => api.templates.restoreMany.mutate({ ids: [...gone] }))
      if (!back) return
      tellRefused(back.refused)
      if (back.ids.length > 0) say(`${countWords(back.ids.length)} ${areBack(back.ids.length)}.`)
    }
    say(`${countWords(gone.length)} deleted.`, { action: { label: 'Undo', run: () => void undo() } })
  }

  async function restore(ids: readonly string[]) {
    const back = await takeAway(ids, () => api.templates.restoreMany.mutate({ ids: [...ids] }))
    if (back.length === 0) return
    const undo = async () => {
      const gone = await attempt(() => api.templates.deleteMany.mutate({ ids: [...back] }))
      if (gone) tellRefused(gone.refused)
    }
    say(`${countWords(back.length)} ${areBack(back.length)}.`, { action: { label: 'Undo', run: () => void undo() } })
  }

  async function tag(ids: readonly string[], tags: { add: readonly string[]; remove: readonly string[] }) {
    const done = await attempt(() => api.templates.tag.mutate({ ids: [...ids], add: [...tags.add], remove: [...tags.remove] }))
    if (!done) return false
    tellRefused(done.refused)
    const { changed } = done
    if (changed.length === 0) say('All of them have these tags already.')
    else say(`Tags of ${countWords(changed.length)} changed.`, { action: { label: 'Undo', run: () => void untag(changed) } })
    return true
  }

  async function untag(before: TaggedTemplates['changed']) {
    const done = await attempt(() => api.templates.setTags.mutate({ items: before }))
    if (!done) return
    tellRefused(done.refused)
    if (done.changed.length > 0) say(`Tags of ${countWords(done.changed.length)} are as they were.`)
  }

  return { remove, restore, tag }
}

const areBack = (count: number) => (count === 1 ? 'is back' : 'are back')
