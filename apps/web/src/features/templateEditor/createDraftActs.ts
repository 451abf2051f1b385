import { useNavigate } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createEffect } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { libraryKeys } from '../../libraryKeys.ts'
import { templateKeys } from '../../templateKeys.ts'
import type { TemplateView } from '../../templateView.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import type { Editing } from './createEditing.ts'
import { draftServer, newestOf, versionText } from './openDraft.ts'

/** What is done with a draft as a whole. */
export function createDraftActs(template: () => TemplateView, editing: Editing) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const say = useToasts()
  const { saving } = editing
  const readAgain = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: templateKeys.all }),
      queryClient.invalidateQueries({ queryKey: libraryKeys.all }),
    ])
  /** With its first version a template gets another address: the page goes along, and what is open on it stays. */
  const readNewest = async (): Promise<TemplateView> => {
    const { id, slug } = template()
    const view = await api.templates.get.query({ id })
    queryClient.setQueryData<TemplateView>(templateKeys.bySlug(view.slug), view)
    if (view.slug !== slug) navigate(`/templates/${view.slug}/edit`, { replace: true })
    return view
  }
  // A version that another window has made.
  createEffect(() => {
    if (saving.saved().basedOn > template().latestNumber) void attempt(readNewest)
  })
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      say(describeFailure(error), { tone: 'bad' })
    }
  }

  /** Back to the newest version; what was written stands again on Undo. */
  const discard = () =>
    attempt(async () => {
      const written = editing.now()
      await saving.saveNow()
      const { id: templateId } = template()
      const { revision } = saving.saved()
      if (revision > 0) await api.templateDrafts.discard.mutate({ templateId, revision })
      const newest = await draftServer(templateId).read()
      saving.begin(newest)
      editing.set(newest.written)
      saving.tellOthers()
      say(`Back to version ${newest.basedOn}.`, { action: { label: 'Undo', run: () => editing.set(written) } })
      void readAgain()
    })

  const remove = () =>
    attempt(async () => {
      const { id, title, slug } = template()
      await saving.saveNow()
      await api.templates.delete.mutate({ id })
      navigate('/templates?scope=mine')
      void readAgain()
      const putBack = () =>
        attempt(async () => {
          await api.templates.restore.mutate({ id })
          await readAgain()
          navigate(`/templates/${slug}/edit`)
        })
      say(`“${title}” is deleted.`, { action: { label: 'Undo', run: () => void putBack() } })
    })

  /** Brings the template back that somebody deleted while it was written on here. */
  const restore = () =>
    attempt(async () => {
      await api.templates.restore.mutate({ id: template().id })
      await saving.saveNow()
      void readAgain()
    })

  /** A version was made elsewhere since this draft was begun: asks what is to become of both. */
  const meetNewest = () =>
    attempt(async () => {
      const { id } = template()
      const newest = newestOf(await readNewest())
      const server = await draftServer(id).read()
      const { basedOn } = saving.saved()
      const isOlder = basedOn < newest.basedOn && server.revision > 0
      const from = await versionText(id, basedOn)
      saving.meet(
        isOlder
          ? { kind: 'published', from, theirs: { ...newest, revision: server.revision } }
          : { kind: 'saved', from: saving.saved().written, theirs: server },
      )
    })

  return { discard, remove, restore, meetNewest }
}
