import { useQueryClient } from '@tanstack/solid-query'
import { onCleanup, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure, failedWith } from '../../failure.ts'
import { libraryKeys } from '../../libraryKeys.ts'
import { templateKeys } from '../../templateKeys.ts'
import type { TemplateView } from '../../templateView.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { createDetailsSaving } from './detailsSaving.ts'

export type DetailsSaving = ReturnType<typeof createDetails>

/** What is said of a template, field by field. It is tried to save the rest when the page is left, and told where that fails. */
export function createDetails(template: () => TemplateView, place: { templateId: string; personId: string }) {
  const queryClient = useQueryClient()
  const say = useToasts()
  let isLeft = false
  let last = untrack(template)
  // It is asked for after the page was left, too, when it shows no template any more.
  const known = () => (isLeft ? last : (last = template()))
  const { leave, isSaved, ...saving } = createDetailsSaving({
    place,
    saved: known,
    async send(fields, was) {
      const { id, slug } = known()
      const answer = await api.templates.update.mutate({ id, ...fields, was })
      queryClient.setQueryData<TemplateView>(templateKeys.bySlug(slug), (before) => before && { ...before, ...answer })
      void queryClient.invalidateQueries({ queryKey: libraryKeys.all })
    },
    onRefused: (error) => {
      say(`What you said of the template is not saved. ${describeFailure(error)}`, { tone: 'bad' })
      // It may say something else by now.
      void queryClient.invalidateQueries({ queryKey: templateKeys.bySlug(known().slug) })
    },
  })
  const ask = (event: BeforeUnloadEvent) => {
    if (!isSaved()) event.preventDefault()
  }
  const tellUnsaved = async (title: string) => {
    if (!(await leave()) || failedWith(saving.failure(), 'NOT_FOUND')) return
    const { title: titleFault, description } = saving.faults()
    const reason = titleFault ?? description ?? describeFailure(saving.failure())
    say(`Not all you said of “${title}” is saved. ${reason} It stands in its editor until you close this window.`, {
      tone: 'bad',
    })
  }
  window.addEventListener('beforeunload', ask)
  onCleanup(() => {
    window.removeEventListener('beforeunload', ask)
    isLeft = true
    void tellUnsaved(last.title)
  })
  return saving
}
