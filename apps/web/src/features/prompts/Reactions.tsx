import type { Reaction } from '@prologue/contracts'
import { Show } from 'solid-js'
import { ById } from '../../ui/ById.tsx'
import styles from './Reactions.module.css'

/** What people said with one emoji each. Pressed, one joins in or takes it back. */
export function Reactions(props: {
  reactions: readonly Reaction[]
  mayReact: boolean
  onReact: (emoji: string, on: boolean) => void
}) {
  return (
    <Show when={props.reactions.length > 0}>
      <ul class={styles.list} aria-label="Reactions">
        <ById each={props.reactions.map((reaction) => ({ id: reaction.emoji, ...reaction }))}>
          {(reaction) => (
            <li>
              <button
                type="button"
                class={styles.reaction}
                aria-pressed={reaction().mine}
                aria-label={`${reaction().emoji} ${reaction().count}: ${who(reaction())}`}
                title={who(reaction())}
                disabled={!props.mayReact}
                onClick={() => props.onReact(reaction().emoji, !reaction().mine)}
              >
                <span aria-hidden="true">{reaction().emoji}</span>
                <span aria-hidden="true">{reaction().count}</span>
              </button>
            </li>
          )}
        </ById>
      </ul>
    </Show>
  )
}

/** "Ada, Grace and 3 more" */
export function who({ names, count }: Pick<Reaction, 'names' | 'count'>): string {
  const more = count - names.length
  return new Intl.ListFormat('en').format(more > 0 ? [...names, `${more} more`] : names)
}
