import type { DiffPart } from '@prologue/prompt-kit'
import { For, Show } from 'solid-js'
import styles from './DiffText.module.css'

/** A text with what goes struck through and what comes marked. */
export function DiffText(props: { parts: readonly DiffPart[]; label: string; class?: string | undefined }) {
  return (
    <div class={`${styles.diff} ${props.class ?? ''}`} tabindex="0" role="region" aria-label={props.label}>
      <For each={props.parts}>
        {(part) => (
          <Show when={part.kind !== 'same'} fallback={part.text}>
            <Show when={part.kind === 'added'} fallback={<del class={styles.removed}>{part.text}</del>}>
              <ins class={styles.added}>{part.text}</ins>
            </Show>
          </Show>
        )}
      </For>
    </div>
  )
}
