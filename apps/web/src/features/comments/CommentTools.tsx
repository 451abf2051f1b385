import MessageSquarePlus from 'lucide-solid/icons/message-square-plus'
import MessagesSquare from 'lucide-solid/icons/messages-square'
import { Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { modifierAltWith } from '../../ui/keyNames.ts'
import styles from './CommentTools.module.css'
import type { Commenting } from './createCommenting.ts'

/** The draft's buttons for comments: one writes, one shows what was written. */
export function CommentTools(props: { commenting: Commenting; mayComment: boolean; onComment: () => void }) {
  const count = () => props.commenting.count()
  const label = () => `Comments, ${count()} open`
  return (
    <>
      <Show when={props.mayComment}>
        <Button
          variant="plain"
          size="icon"
          aria-label="Comment"
          title={`Comment on what is selected (${modifierAltWith('M')})`}
          // The selection in the draft stays.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => props.onComment()}
        >
          <MessageSquarePlus />
        </Button>
      </Show>
      <Button
        variant="plain"
        size={count() > 0 ? 'small' : 'icon'}
        class={styles.count}
        aria-label={label()}
        title={label()}
        aria-pressed={props.commenting.shown()}
        onClick={() => (props.commenting.shown() ? props.commenting.close() : props.commenting.show())}
      >
        <MessagesSquare />
        <Show when={count() > 0}>{count()}</Show>
      </Button>
    </>
  )
}
