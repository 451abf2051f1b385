import { type Person, personLabel } from '@prologue/contracts'
import { For, Match, Switch } from 'solid-js'
import { bodyPieces } from './bodyPieces.ts'
import styles from './Comment.module.css'

/** Plain text with its line breaks. */
export function CommentBody(props: { body: string; mentions: readonly Person[] }) {
  return (
    <p class={styles.body} dir="auto">
      <For each={bodyPieces(props.body, props.mentions)}>
        {(piece) => (
          <Switch>
            <Match when={piece.kind === 'text' && piece}>{(text) => text().text}</Match>
            <Match when={piece.kind === 'mention' && piece}>
              {(mention) => <span class={styles.mention}>@{personLabel(mention().person)}</span>}
            </Match>
            <Match when={piece.kind === 'link' && piece}>
              {(link) => (
                <a href={link().href} target="_blank" rel="noopener noreferrer nofollow">
                  {link().href}
                </a>
              )}
            </Match>
          </Switch>
        )}
      </For>
    </p>
  )
}
