import { For, Show } from 'solid-js'
import styles from './PromptText.module.css'
import { readLine } from './promptLines.ts'

/** A prompt as it is, letter for letter, set for reading: sections, items and variables stand out, nothing is rendered. */
export function PromptText(props: { text: string }) {
  return (
    <div class={styles.text}>
      <For each={props.text.split('\n')}>{(line) => <Line text={line} />}</For>
    </div>
  )
}

function Line(props: { text: string }) {
  const line = () => readLine(props.text)
  return (
    <div
      class={styles.line}
      dir="auto"
      data-kind={line().kind}
      style={line().hang ? { '--hang': `${line().hang}em` } : undefined}
    >
      <Show when={line().kind !== 'tag'} fallback={<span class={styles.tag}>{props.text}</span>}>
        <For each={line().pieces}>
          {(piece) => (
            <Show when={piece.variable} fallback={piece.text}>
              <span class={styles.variable}>{piece.text}</span>
            </Show>
          )}
        </For>
      </Show>
      {'\n'}
    </div>
  )
}
