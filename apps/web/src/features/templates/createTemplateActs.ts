import type { TemplateVisibility } from '@prologue/contracts'
import { useNavigate } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { libraryKeys } from '../../libraryKeys.ts'
import { templateKeys } from '../../templateKeys.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import type { TemplateView } from '../../templateView.ts'
import { visibilityDeeds } from './visibilityDeeds.ts'

type Named = Pick<TemplateView, 'id' | 'slug' | 'title'>

export type TemplateActs = ReturnType<typeof createTemplateActs>

/** What can be done with a template on its page. What can be taken back shows at once, and is as it was where the server refuses. */
export function createTemplateActs() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const say = useToasts()

  const readAgain = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: templateKeys.all }),
      queryClient.invalidateQueries({ queryKey: libraryKeys.all }),
    ])

  /** Does it and says what it was refused with; answers whether it went well. */
  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      say(describeFailure(error), { tone: 'bad' })
      return false
    }
  }

  /** Shows the change before the server has it, and what was before where it is refused; answers whether it went well. */
  async function attemptShown({ slug }: Named, change: Partial<TemplateView>, work: () => Promise<unknown>) {
    const queryKey = templateKeys.bySlug(slug)
    // What is being read now may be from before.
    await queryClient.cancelQueries({ queryKey })
    const before = queryClient.getQueryData<TemplateView>(queryKey)
    if (before) queryClient.setQueryData<TemplateView>(queryKey, { ...before, ...change })
    const done = await attempt(work)
    if (!done && before) queryClient.setQueryData<TemplateView>(queryKey, before)
    void readAgain()
    return done
  }

  async function setFavourite(template: Named, isFavourite: boolean) {
    const { add, remove } = api.favourites
    await attemptShown(template, { isFavourite }, () => (isFavourite ? add : remove).mutate({ templateId: template.id }))
  }

  /** `before` is where Undo leads back to; null offers none. */
  async function setVisibility(template: Named, visibility: TemplateVisibility, before: TemplateVisibility | null) {
    const change = () => api.templates.update.mutate({ id: template.id, visibility })
    if (!(await attemptShown(template, { visibility }, change))) return
    const undo = before && { label: 'Undo', run: () => void setVisibility(template, before, null) }
    say(visibilityDeeds[visibility], undo ? { action: undo } : {})
  }

  async function fork({ id, title }: Named, number: number) {
    await attempt(async () => {
      const copy = await api.templates.fork.mutate({ id, number })
      void queryClient.invalidateQueries({ queryKey: libraryKeys.all })
      say(`This copy of “${title}” is yours, and private until you say otherwise.`)
      navigate(`/templates/${copy.slug}`)
    })
  }

  async function answerOffer({ id, title }: Named, taken: boolean) {
    const { accept, decline } = api.templateOffers
    if (!(await attempt(() => (taken ? accept : decline).mutate({ templateId: id })))) return
    say(taken ? `“${title}” is yours now.` : `You did not take “${title}”.`)
    await readAgain()
  }

  async function withdrawOffer({ id }: Named) {
    if (await attempt(() => api.templateOffers.withdraw.mutate({ templateId: id }))) say('The offer is taken back.')
    await readAgain()
  }

  return {
    readAgain,
    setFavourite,
    setVisibility,
    fork,
    answerOffer,
    withdrawOffer,
    remove: ({ id }: Named) => attempt(() => api.templates.delete.mutate({ id })),
    /** For who may not take it back. */
    hide: ({ id }: Named) => attempt(() => api.templates.update.mutate({ id, visibility: 'private' })),
    restore: ({ id }: Named) => attempt(() => api.templates.restore.mutate({ id })),
  }
}
