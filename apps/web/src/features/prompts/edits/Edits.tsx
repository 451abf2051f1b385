import type { Prompt, PromptEdit } from '@prologue/contracts'
import { createMemo, Show } from 'solid-js'
import { ById } from '../../../ui/ById.tsx'
import { Button } from '../../../ui/Button.tsx'
import type { EditActs } from './createEditActs.ts'
import { EditCard } from './EditCard.tsx'
import styles from './Edits.module.css'

/** What an answer proposes to change in the draft, edit by edit, and all that is open at once. */
export function Edits(props: {
  prompt: Prompt
  edits: readonly PromptEdit[]
  draft: string
  locked: ReadonlySet<string>
  mayApply: boolean
  acts: EditActs
}) {
  const live = () => props.prompt.status === 'pending'
  const open = createMemo(() => props.edits.filter(({ state }) => state === 'open'))
  const held = (edit: PromptEdit) => props.acts.held(edit.id) ?? (props.locked.has(edit.section) ? (['locked'] as const) : [])
  const busy = () => open().some(({ id }) => props.acts.busy(id))
  return (
    <section class={styles.edits} aria-label="Edits">
      <ol class={styles.list}>
        <ById each={props.edits}>
          {(edit) => (
            <EditCard
              edit={edit()}
              draft={props.draft}
              live={live()}
              mayApply={props.mayApply}
              held={held(edit())}
              undoes={props.acts.appliedWith(edit().id)}
              busy={props.acts.busy(edit().id)}
              onApply={(despite) => void props.acts.apply(props.prompt.id, [edit()], despite)}
              onDismiss={() => void props.acts.dismiss(props.prompt.id, edit())}
              onUndo={() => {
                const checkpointId = props.acts.checkpointOf(edit().id)
                if (checkpointId) void props.acts.undo(props.prompt.id, checkpointId)
              }}
            />
          )}
        </ById>
      </ol>
      <Show when={props.mayApply && !live() && open().length > 1}>
        <div class={styles.all}>
          <Button size="small" busy={busy()} onClick={() => void props.acts.apply(props.prompt.id, open(), [])}>
            Apply all {open().length}
          </Button>
        </div>
      </Show>
    </section>
  )
}
