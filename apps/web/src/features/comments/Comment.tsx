import { type Comment as CommentShape, type Participant, personLabel } from '@prologue/contracts'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import { createEffect, createSignal, Show } from 'solid-js'
import { placeName } from '../../links.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { ago, fullTime } from '../../ui/time.ts'
import styles from './Comment.module.css'
import { CommentBody } from './CommentBody.tsx'
import { CommentBox } from './CommentBox.tsx'
import { toWritten } from './mentions.ts'

/** One comment of a thread. */
export function Comment(props: {
  comment: CommentShape
  meId: string
  participants: readonly Participant[]
  /** A link led here. */
  linked: boolean
  onEdit: (said: { body: string; mentions: string[] }) => Promise<void>
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
  const save = async (said: { body: string; mentions: string[] }) => {
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
      <header class={styles.header}>
        <Avatar person={props.comment.author} size="small" />
        <PersonName person={props.comment.author} class={styles.name} />
        <Show when={props.comment.author.id === props.meId}>
          <span class="visually-hidden">(you)</span>
        </Show>
        <time
          class={styles.time}
          dateTime={props.comment.createdAt.toISOString()}
          title={`${fullTime(props.comment.createdAt)}${props.comment.editedAt ? `, changed ${fullTime(props.comment.editedAt)}` : ''}`}
        >
          {ago(props.comment.createdAt)}
          {props.comment.editedAt ? ', edited' : ''}
        </time>
        <Show when={!editing() && (may('comment:edit') || may('comment:delete'))}>
          <span class={styles.more}>
            <Menu label={`More for the comment of ${personLabel(props.comment.author)}`} trigger={<Ellipsis />} size="small">
              <Show when={may('comment:edit')}>
                <MenuItem onSelect={() => setEditing(true)}>Edit</MenuItem>
              </Show>
              <Show when={may('comment:delete')}>
                <MenuItem onSelect={() => props.onDelete()}>Delete</MenuItem>
              </Show>
            </Menu>
          </span>
        </Show>
      </header>
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
