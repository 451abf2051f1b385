import type { Person } from '@prologue/contracts'
import { createSignal, Show } from 'solid-js'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { ago, fullTime } from '../../ui/time.ts'
import { Markdown } from './Markdown.tsx'
import styles from './Message.module.css'

/** Beyond this a message folds, so that a pasted document does not bury the answers. */
const foldAbove = 1400

/** What a person wrote. Without `at` it is still on its way to the server. */
export function Message(props: { author: Person; mine: boolean; text: string; at?: Date }) {
  const [open, setOpen] = createSignal(false)
  const long = () => props.text.length > foldAbove || props.text.split('\n').length > 24
  return (
    <article class={styles.message} data-waiting={props.at ? undefined : ''}>
      <header class={styles.header}>
        <Avatar person={props.author} size="small" />
        <span class={styles.name}>{props.author.name}</span>
        <Show when={props.mine}>
          <span class="visually-hidden">(you)</span>
        </Show>
        <Show when={props.at} fallback={<span class={styles.time}>Sending…</span>}>
          {(at) => (
            <time class={styles.time} dateTime={at().toISOString()} title={fullTime(at())}>
              {ago(at())}
            </time>
          )}
        </Show>
      </header>
      <div class={styles.body} data-folded={long() && !open() ? '' : undefined}>
        <Show when={props.text.trim()} fallback={<p class={styles.none}>Only the details, without words of its own.</p>}>
          <Markdown text={props.text} />
        </Show>
      </div>
      <Show when={long()}>
        <Button variant="plain" size="small" class={styles.fold} aria-expanded={open()} onClick={() => setOpen(!open())}>
          {open() ? 'Show less' : 'Show all'}
        </Button>
      </Show>
    </article>
  )
}
