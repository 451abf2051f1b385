import { For } from 'solid-js'
import { MenuItem } from '../../ui/Menu.tsx'
import { offeredEmoji } from './emoji.ts'
import styles from './EmojiItems.module.css'

/** Within a menu: the emoji one can answer with. */
export function EmojiItems(props: { onChoose: (emoji: string) => void }) {
  return (
    <div class={styles.items} role="group" aria-label="Reactions">
      <For each={offeredEmoji}>
        {({ emoji, name }) => (
          <MenuItem onSelect={() => props.onChoose(emoji)}>
            <span class={styles.emoji} aria-hidden="true" title={name}>
              {emoji}
            </span>
            <span class="visually-hidden">{name}</span>
          </MenuItem>
        )}
      </For>
    </div>
  )
}
