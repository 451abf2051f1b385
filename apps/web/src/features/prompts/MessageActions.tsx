import Ellipsis from 'lucide-solid/icons/ellipsis'
import SmilePlus from 'lucide-solid/icons/face-slightly-smiling-plus'
import Link from 'lucide-solid/icons/link'
import Pencil from 'lucide-solid/icons/pencil'
import TextQuote from 'lucide-solid/icons/text-quote'
import Trash from 'lucide-solid/icons/trash'
import { Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { EmojiItems } from './EmojiItems.tsx'
import styles from './MessageActions.module.css'

/** Beside a message while it is pointed at or has the focus; where nothing points, a menu that is always there. */
export function MessageActions(props: {
  author: string
  mayReact: boolean
  mayQuote: boolean
  mayEdit: boolean
  mayDelete: boolean
  onReact: (emoji: string) => void
  onQuote: () => void
  onEdit: () => void
  onDelete: () => void
  onCopyLink: () => void
}) {
  return (
    <div class={styles.bar} role="group" aria-label={`Actions for the message of ${props.author}`}>
      <Show when={props.mayReact}>
        <Menu size="small" class={styles.quick} label="React" trigger={<SmilePlus />}>
          <EmojiItems onChoose={(emoji) => props.onReact(emoji)} />
        </Menu>
      </Show>
      <Show when={props.mayQuote}>
        <Button
          variant="plain"
          size="small"
          class={styles.quick}
          aria-label="Quote"
          title="Quote"
          onClick={() => props.onQuote()}
        >
          <TextQuote />
        </Button>
      </Show>
      <Menu size="small" label="More actions" trigger={<Ellipsis />}>
        <Show when={props.mayReact}>
          <EmojiItems onChoose={(emoji) => props.onReact(emoji)} />
          <MenuLine />
        </Show>
        <Show when={props.mayQuote}>
          <MenuItem onSelect={() => props.onQuote()}>
            <TextQuote />
            Quote
          </MenuItem>
        </Show>
        <MenuItem onSelect={() => props.onCopyLink()}>
          <Link />
          Copy link
        </MenuItem>
        <Show when={props.mayEdit}>
          <MenuItem onSelect={() => props.onEdit()}>
            <Pencil />
            Edit
          </MenuItem>
        </Show>
        <Show when={props.mayDelete}>
          <MenuItem onSelect={() => props.onDelete()}>
            <Trash />
            Delete
          </MenuItem>
        </Show>
      </Menu>
    </div>
  )
}
