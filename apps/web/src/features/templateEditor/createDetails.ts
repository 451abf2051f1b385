import { descriptionSchema, titleSchema, type TemplateSummary } from '@prologue/contracts'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, onCleanup } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { libraryKeys } from '../../libraryKeys.ts'
import { templateKeys } from '../../templateKeys.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import type { TemplateView } from './openDraft.ts'
import { isPassing, unsavedState, type SavingState } from './savingState.ts'

const names = ['title', 'description', 'category', 'tags', 'family', 'visibility'] as const
type Details = Pick<TemplateSummary, (typeof names)[number]>
export type DetailsSaving = ReturnType<typeof createDetails>

const pause = 900
const retryAfter = 5_000

/** What is said of a template, saved field by field a moment after it was changed. */
export function createDetails(template: () => TemplateView) {
  const queryClient = useQueryClient()
  const say = useToasts()
  const [changed, setChanged] = createSignal<Partial<Details>>({})
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<unknown>(null)
  let isLeft = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const now = (): Details => ({ ...template(), ...changed() })
  const faults = () => ({
    title: titleSchema.safeParse(now().title).error?.issues[0]?.message,
    description: descriptionSchema.safeParse(now().description).error?.issues[0]?.message,
  })
  const isFit = () => faults().title === undefined && faults().description === undefined
  const isSaved = () => Object.keys(changed()).length === 0
  const saveNow = async (): Promise<boolean> => {
    clearTimeout(timer)
    const sent = changed()
    if (isSaved()) return true
    if (!isFit() || busy()) return false
    setBusy(true)
    try {
      const { id, slug } = template()
      const answer = await api.templates.update.mutate({ id, ...sent })
      queryClient.setQueryData<TemplateView>(templateKeys.bySlug(slug), (before) => before && { ...before, ...answer })
      void queryClient.invalidateQueries({ queryKey: libraryKeys.all })
      // What was changed meanwhile is still to be saved.
      const rest = names.filter((name) => changed()[name] !== undefined && changed()[name] !== sent[name])
      setChanged(Object.fromEntries(rest.map((name) => [name, changed()[name]])))
      if (rest.length > 0) timer = setTimeout(() => void saveNow(), pause)
      setFailure(null)
      return true
    } catch (error) {
      setFailure(error)
      if (isPassing(error)) {
        if (!isLeft) timer = setTimeout(() => void saveNow(), retryAfter)
        return false
      }
      say(`What you said of the template is not saved. ${describeFailure(error)}`, { tone: 'bad' })
      if (sent.visibility) setChanged({ ...changed(), visibility: template().visibility })
      return false
    } finally {
      setBusy(false)
    }
  }
  const change = (fields: Partial<Details>, at: 'once' | 'soon' = 'once') => {
    setChanged({ ...changed(), ...fields })
    clearTimeout(timer)
    timer = setTimeout(() => void saveNow(), at === 'once' ? 0 : pause)
  }
  const ask = (event: BeforeUnloadEvent) => {
    if (!isSaved()) event.preventDefault()
  }
  window.addEventListener('beforeunload', ask)
  onCleanup(() => {
    isLeft = true
    window.removeEventListener('beforeunload', ask)
    void saveNow()
  })

  const state = (): SavingState => (isSaved() ? 'saved' : isFit() ? unsavedState(failure()) : 'unsendable')
  return { now, faults, change, saveNow, state }
}
