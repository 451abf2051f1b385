import type { HeldReason, PromptEdit } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { api } from '../../../api.ts'
import { describeFailure } from '../../../failure.ts'
import { useToasts } from '../../../ui/Toasts.tsx'

export type EditActs = ReturnType<typeof createEditActs>

/** What people do with the edits an answer proposes. What waits for a decision says why; what was applied can be taken back. */
export function createEditActs(refresh: (promptId: string) => Promise<void>) {
  const say = useToasts()
  const [held, setHeld] = createSignal<ReadonlyMap<string, readonly HeldReason[]>>(new Map())
  /** What the draft was before, by edit: as long as the page is open, Undo stands at the edit itself. */
  const [kept, setKept] = createSignal<ReadonlyMap<string, string>>(new Map())
  const [busy, setBusy] = createSignal<ReadonlySet<string>>(new Set())

  const during = async (ids: readonly string[], work: () => Promise<void>) => {
    if (ids.some((id) => busy().has(id))) return
    setBusy((all) => new Set([...all, ...ids]))
    try {
      await work()
    } catch (error) {
      say(describeFailure(error), { tone: 'bad' })
    } finally {
      setBusy((all) => new Set([...all].filter((id) => !ids.includes(id))))
    }
  }
  const undo = (promptId: string, checkpointId: string) => {
    const ids = [...kept()].filter(([, id]) => id === checkpointId).map(([id]) => id)
    return during(ids, async () => {
      await api.drafts.undoApply.mutate({ promptId, checkpointId })
      setKept((all) => new Map([...all].filter(([id]) => !ids.includes(id))))
      await refresh(promptId)
      say('Applying was undone.')
    })
  }
  const apply = (promptId: string, edits: readonly PromptEdit[], despite: readonly HeldReason[]) => {
    const editIds = edits.map(({ id }) => id)
    return during(editIds, async () => {
      const answer = await api.drafts.applyEdits.mutate({ promptId, editIds, despite: [...despite] })
      const { checkpointId } = answer
      const waiting = new Map(answer.held.map(({ editId, because }) => [editId, because]))
      setHeld((all) => new Map([...[...all].filter(([id]) => !editIds.includes(id)), ...waiting]))
      if (checkpointId) setKept((all) => new Map([...all, ...answer.applied.map((id): [string, string] => [id, checkpointId])]))
      await refresh(promptId)
      const words = appliedWords(answer.applied.length, waiting.size)
      if (checkpointId) say(words, { action: { label: 'Undo', run: () => void undo(promptId, checkpointId) } })
      else say(words)
    })
  }
  return {
    held: (id: string) => held().get(id) ?? null,
    checkpointOf: (id: string) => kept().get(id) ?? null,
    /** How many were applied by the press that applied this one, and go with it when that is taken back. */
    appliedWith(id: string) {
      const checkpointId = kept().get(id)
      return checkpointId === undefined ? 0 : [...kept().values()].filter((one) => one === checkpointId).length
    },
    busy: (id: string) => busy().has(id),
    apply,
    undo,
    dismiss: (promptId: string, edit: PromptEdit) =>
      during([edit.id], async () => {
        await api.drafts.dismissEdit.mutate({ promptId, editId: edit.id })
        await refresh(promptId)
      }),
  }
}

function appliedWords(applied: number, held: number): string {
  const waiting = held === 1 ? 'One edit waits for your decision.' : `${held} edits wait for your decision.`
  const done = applied === 1 ? 'Applied to the draft.' : `${applied} edits applied to the draft.`
  if (applied === 0) return held > 0 ? waiting : 'The draft says this already.'
  return held > 0 ? `${done} ${waiting}` : done
}
