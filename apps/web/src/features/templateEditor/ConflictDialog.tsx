import { createMemo, createSignal, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextCopies } from '../../ui/TextCopies.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import type { Editing } from './createEditing.ts'
import type { Conflict } from './createDraftSaving.ts'
import styles from './ConflictDialog.module.css'
import { Difference } from './Difference.tsx'
import { mergeUnfinished } from './mergeUnfinished.ts'

type Side = 'both' | 'mine' | 'theirs'
const notes: Readonly<Record<Side, string>> = {
  both: 'What you changed, carried out on the other text.',
  mine: 'The text of this page; what only the other has goes.',
  theirs: 'The other text; what only this page has goes.',
}

/** Two texts of one template: shows how they differ, and goes on with the one that is chosen; the other can be brought back. */
export function ConflictDialog(props: {
  editing: Editing
  title: string
  open: boolean
  onClose: () => void
  /** One was chosen, and the dialog is gone. */
  onChosen: () => void
}) {
  let isChosen = false
  const tell = () => {
    if (isChosen) props.onChosen()
    isChosen = false
  }
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      onClosed={tell}
      shape="wide"
      title="Two texts of one template"
      description="Nothing is lost: choose which one to go on with. What only the other has is struck through; what the chosen one has instead is marked."
    >
      <Show when={props.editing.saving.conflict()}>
        {(conflict) => (
          <Choosing
            editing={props.editing}
            conflict={conflict()}
            title={props.title}
            onChosen={() => {
              isChosen = true
              props.onClose()
            }}
          />
        )}
      </Show>
    </Dialog>
  )
}

function Choosing(props: { editing: Editing; conflict: Conflict; title: string; onChosen: () => void }) {
  const say = useToasts()
  const [side, setSide] = createSignal<Side>('both')
  const mine = () => props.editing.now()
  const theirs = () => props.conflict.theirs.written
  const both = createMemo(() => mergeUnfinished(props.conflict.from, mine(), theirs()))
  const isPublished = () => props.conflict.kind === 'published'
  const choices = () =>
    [
      { value: 'both', label: isPublished() ? 'Mine on top of it' : 'Mine on top of the other' },
      { value: 'mine', label: 'Mine' },
      { value: 'theirs', label: isPublished() ? `Version ${props.conflict.theirs.basedOn}` : 'The other' },
    ] as const
  const chosen = () => ({ both, mine, theirs })[side()]()
  const goOn = () => {
    const before = mine()
    const other = side() === 'mine' ? theirs() : before
    props.editing.saving.resolve(chosen())
    props.onChosen()
    say('You go on with the text you chose.', {
      action: { label: side() === 'mine' ? 'Take the other' : 'Undo', run: () => props.editing.set(other) },
    })
  }
  return (
    <div class={styles.choosing}>
      <Choices legend="Go on with" value={side()} choices={choices()} onChoose={setSide} />
      <p class={styles.note} role="status">
        {notes[side()]}
      </p>
      <Difference from={side() === 'theirs' ? mine() : theirs()} to={chosen()} label="Differences" />
      <div class={styles.ways}>
        <TextCopies text={() => (side() === 'theirs' ? theirs().content : mine().content)} title={props.title} />
        <Button variant="primary" class={styles.go} onClick={goOn}>
          Go on with this
        </Button>
      </div>
    </div>
  )
}
