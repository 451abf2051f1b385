import { diffWords } from '@prologue/prompt-kit'
import { createMemo, createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DiffText } from '../../ui/DiffText.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import styles from './ApplyDialog.module.css'

/** Shows what an answer would change in the draft, and changes it when that is confirmed. */
export function ApplyDialog(props: {
  answer: { promptId: string; text: string } | undefined
  draft: string
  onClose: () => void
}) {
  const say = useToasts()
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<string>()
  const parts = createMemo(() => (props.answer ? diffWords(props.draft, props.answer.text) : []))
  const changes = () => parts().some((part) => part.kind !== 'same')

  const undo = async (promptId: string, checkpointId: string) => {
    try {
      await api.drafts.undoApply.mutate({ promptId, checkpointId })
      say('Applying the answer was undone.')
    } catch (error) {
      say(`The draft stays as it is. ${describeFailure(error)}`, { tone: 'bad' })
    }
  }
  const close = () => {
    setFailure(undefined)
    props.onClose()
  }
  const apply = async (promptId: string) => {
    setBusy(true)
    setFailure(undefined)
    try {
      const { checkpointId } = await api.drafts.applyPrompt.mutate({ promptId })
      close()
      if (checkpointId) say('Applied to the draft.', { action: { label: 'Undo', run: () => void undo(promptId, checkpointId) } })
      else say('The draft says this already.')
    } catch (error) {
      setFailure(describeFailure(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog
      open={props.answer !== undefined}
      onOpenChange={(open) => !open && close()}
      shape="wide"
      title="Apply to draft"
      description={
        <Show when={props.draft.trim()} fallback="The draft is empty; this becomes its text.">
          {changes()
            ? 'The draft becomes this answer. What goes is struck through, what comes is marked.'
            : 'The draft says this already; there is nothing to change.'}
        </Show>
      }
      footer={
        <>
          <Show when={failure()}>
            <p class={styles.failure} role="alert">
              {failure()}
            </p>
          </Show>
          <Button variant="plain" onClick={close}>
            Cancel
          </Button>
          <Button
            variant="primary"
            busy={busy()}
            disabled={!changes()}
            onClick={() => props.answer && void apply(props.answer.promptId)}
          >
            Apply
          </Button>
        </>
      }
    >
      <DiffText class={styles.diff} parts={parts()} label="Changes" />
    </Dialog>
  )
}
