import { type Comment as CommentShape, type Participant, personLabel } from '@prologue/contracts'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import { createEffect, createSignal, Show } from 'solid-js'
import { placeName } from '../../links.ts'
import { AuthorLine } from '../../ui/AuthorLine.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import styles from './Comment.module.css'
import { CommentBody } from './CommentBody.tsx'
import { CommentBox } from './CommentBox.tsx'
import { type Said, toWritten } from './mentions.ts'

/** One comment of a thread. */
export function Comment(props: {
  comment: CommentShape
  meId: string
  participants: readonly Participant[]
  /** A link led here. */
  linked: boolean
  onEdit: (said: Said) => Promise<void>
  onDelete: () => void
}) {
  const [editing, setEditing] = createSignal(false)
  let place: HTMLDivElement | undefined
  createEffect(() => {
    if (!props.linked) return
    place?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: 'nearest' })
  })
  const stop = () => {
    setEditing(false)
    place?.focus({ preventScroll: true })
  }
  const save = async (said: Said) => {
    await props.onEdit(said)
    stop()
  }
  const may = (ability: CommentShape['abilities'][number]) => props.comment.abilities.includes(ability)
  return (
    <div
      ref={(element) => (place = element)}
      id={placeName('comment', props.comment.id)}
      class={styles.comment}
      tabindex="-1"
      data-linked={props.linked ? '' : undefined}
    >
      <AuthorLine
        author={props.comment.author}
        mine={props.comment.author.id === props.meId}
        at={props.comment.createdAt}
        editedAt={props.comment.editedAt}
      >
        <Show when={!editing() && (may('comment:edit') || may('comment:delete'))}>
          <Menu label={`More for the comment of ${personLabel(props.comment.author)}`} trigger={<Ellipsis />} size="small">
            <Show when={may('comment:edit')}>
              <MenuItem onSelect={() => setEditing(true)}>Edit</MenuItem>
            </Show>
            <Show when={may('comment:delete')}>
              <MenuItem onSelect={() => props.onDelete()}>Delete</MenuItem>
            </Show>
          </Menu>
        </Show>
      </AuthorLine>
      <Show when={editing()} fallback={<CommentBody body={props.comment.body} mentions={props.comment.mentions} />}>
        <CommentBox
          label="Change the comment"
          send="Save"
          failed="Not saved."
          text={toWritten(props.comment.body, props.comment.mentions)}
          mentioned={props.comment.mentions}
          participants={props.participants}
          onSend={save}
          onCancel={stop}
        />
      </Show>
    </div>
  )
}
