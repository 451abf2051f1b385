import { createUniqueId, For, Show } from 'solid-js'
import styles from './Choices.module.css'

export type Choice<T extends string> = { value: T; label: string; hint?: string }

/** One of a few: radio buttons, drawn as one row. */
export function Choices<T extends string>(props: {
  legend: string
  hideLegend?: boolean
  value: T
  choices: readonly Choice<T>[]
  /** What the chosen one means. */
  note?: string
  onChoose: (value: T) => void
}) {
  const name = createUniqueId()
  return (
    <fieldset class={styles.choices} aria-describedby={props.note === undefined ? undefined : `${name}-note`}>
      <legend class={props.hideLegend ? 'visually-hidden' : styles.legend}>{props.legend}</legend>
      <div class={styles.row}>
        <For each={props.choices}>
          {(choice) => (
            <label class={styles.choice} title={choice.hint}>
              <input
                class={styles.input}
                type="radio"
                name={name}
                value={choice.value}
                checked={props.value === choice.value}
                onChange={() => props.onChoose(choice.value)}
              />
              {choice.label}
            </label>
          )}
        </For>
      </div>
      <Show when={props.note}>
        <p id={`${name}-note`} class={styles.note}>
          {props.note}
        </p>
      </Show>
    </fieldset>
  )
}
