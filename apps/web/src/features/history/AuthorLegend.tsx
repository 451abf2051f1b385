import { For, Show } from 'solid-js'
import type { Authorship, Writer } from '../../editor/authorship.ts'
import styles from './AuthorLegend.module.css'

/** Names the colours of the text, and says of the place where the cursor is who wrote it when. */
export function AuthorLegend(props: Authorship & { meId: string }) {
  const all = () => props.shares.reduce((sum, { length }) => sum + length, 0)
  const nameOf = (writer: Writer) => (writer.id === props.meId ? 'You' : writer.name)
  return (
    <section class={styles.legend} aria-label="Who wrote what">
      <Show when={props.shares.length > 0} fallback={<p>Nothing is written yet.</p>}>
        <ul class={styles.writers}>
          <For each={props.shares}>
            {(share) => (
              <li class={styles.writer}>
                <span
                  class={styles.mark}
                  data-assistant={share.writer.colour === null ? '' : undefined}
                  style={share.writer.colour === null ? undefined : { '--who': share.writer.colour }}
                  aria-hidden="true"
                />
                <span class={styles.name}>{nameOf(share.writer)}</span>
                <span class={styles.share}>{percent(share.length, all())}</span>
              </li>
            )}
          </For>
        </ul>
        <p class={styles.cursor}>
          <Show when={props.atCursor} fallback="Point at the text to see who wrote it and when.">
            {(at) => (
              <>
                At the cursor: <strong>{nameOf(at().writer)}</strong> {at().when}
              </>
            )}
          </Show>
        </p>
      </Show>
    </section>
  )
}

function percent(length: number, all: number): string {
  const share = Math.round((length / Math.max(1, all)) * 100)
  return share === 0 ? '< 1%' : `${share}%`
}
