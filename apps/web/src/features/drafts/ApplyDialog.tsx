import { diffWords, mergeSections } from '@prologue/prompt-kit'
import { createComputed, createMemo, createSignal, For, Match, on, Show, Switch } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DiffText } from '../../ui/DiffText.tsx'
import { sectionWords } from '../../ui/sectionWords.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import styles from './ApplyDialog.module.css'
import { appliedWords } from './appliedWords.ts'
import type { SectionLocks } from './createSectionLocks.ts'
import { readingLocks, unreadLocks } from './sectionLock.ts'

/** Shows what an answer would change in the draft and which sections keep what they have, and changes it when that is confirmed. */
export function ApplyDialog(props: {
  answer: { promptId: string; text: string } | undefined
  draft: string
  /** Which sections keep what they have. Until they have been read nothing can be applied. */
  locks: Pick<SectionLocks, 'locked' | 'known' | 'failed' | 'again'>
  onClose: () => void
}) {
  const say = useToasts()
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<string>()
  /** The locked sections that are to be written all the same. */
  const [despite, setDespite] = createSignal<readonly string[]>([])
  createComputed(
    on(
      () => props.answer?.promptId,
      () => setDespite([]),
    ),
  )
  const merge = (all: readonly string[]) =>
    mergeSections(props.draft, props.answer?.text ?? '', { locked: props.locks.locked(), despite: all })
  const held = createMemo(() => (props.answer ? merge([]).held : []))
  const parts = createMemo(() => (props.answer ? diffWords(props.draft, merge(despite()).text) : []))
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
  /** What is on its way is waited for: its answer would close whatever stands here by then. */
  const leave = () => {
    if (!busy()) close()
  }
  const apply = async (promptId: string) => {
    setBusy(true)
    setFailure(undefined)
    try {
      const { checkpointId, held: kept } = await api.drafts.applyPrompt.mutate({ promptId, despite: [...despite()] })
      close()
      const words = appliedWords(checkpointId !== null, kept)
      if (checkpointId) say(words, { action: { label: 'Undo', run: () => void undo(promptId, checkpointId) } })
      else say(words)
    } catch (error) {
      setFailure(describeFailure(error))
    } finally {
      setBusy(false)
    }
  }

  const explain = () => {
    if (changes()) return 'What goes is struck through, what comes is marked.'
    return held().length > despite().length
      ? 'All that is new in this answer is in sections that are locked.'
      : 'The draft says this already; there is nothing to change.'
  }
  const choose = (section: string, chosen: boolean) =>
    setDespite((all) => (chosen ? [...all, section] : all.filter((one) => one !== section)))

  return (
    <Dialog
      open={props.answer !== undefined}
      onOpenChange={(open) => !open && leave()}
      shape="wide"
      title="Apply to draft"
      description={
        <Switch fallback={explain()}>
          <Match when={props.locks.failed()}>{unreadLocks} Nothing can be applied until they are.</Match>
          <Match when={!props.locks.known()}>{readingLocks}</Match>
          <Match when={!props.draft.trim()}>The draft is empty; this becomes its text.</Match>
        </Switch>
      }
      footer={
        <>
          <Show when={failure()}>
            <p class={styles.failure} role="alert">
              {failure()}
            </p>
          </Show>
          <Button variant="plain" disabled={busy()} onClick={leave}>
            Cancel
          </Button>
          <Button
            variant="primary"
            busy={busy()}
            disabled={!props.locks.known() || !changes()}
            onClick={() => props.answer && void apply(props.answer.promptId)}
          >
            Apply
          </Button>
        </>
      }
    >
      <Show when={props.locks.failed()}>
        <Button size="small" onClick={() => props.locks.again()}>
          Try again
        </Button>
      </Show>
      <Show when={props.locks.known() && held().length > 0}>
        <fieldset class={styles.held}>
          <legend>Locked sections keep what they have. Replace them all the same:</legend>
          <For each={held()}>
            {(section) => (
              <Checkbox
                label={sectionWords(section)}
                checked={despite().includes(section)}
                onChange={(chosen) => choose(section, chosen)}
              />
            )}
          </For>
        </fieldset>
      </Show>
      <Show when={props.locks.known()}>
        <DiffText class={styles.diff} parts={parts()} label="Changes" />
      </Show>
    </Dialog>
  )
}
