import { createUniqueId, For, onMount, Show } from 'solid-js'
import styles from './StarsField.module.css'

const words = ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'] as const

/** One star to five, as radio buttons: the arrow keys go from one to the other. 0: none is chosen yet. One that is chosen takes the focus. */
export function StarsField(props: {
  legend: string
  value: number
  error?: string | undefined
  onChoose: (value: number) => void
}) {
  const name = createUniqueId()
  let field: HTMLFieldSetElement | undefined
  // It comes in place of the button that asked to change it.
  onMount(() => field?.querySelector<HTMLElement>(':checked')?.focus())
  return (
    <fieldset
      ref={(element) => (field = element)}
      class={styles.field}
      role="radiogroup"
      tabindex="-1"
      aria-required="true"
      aria-invalid={props.error ? true : undefined}
      aria-describedby={props.error ? `${name}-error` : undefined}
    >
      <legend class={styles.legend}>{props.legend}</legend>
      <div class={styles.line}>
        <div class={styles.stars}>
          <For each={words}>
            {(word, index) => (
              <label class={styles.star} title={word}>
                <input
                  class={styles.input}
                  type="radio"
                  name={name}
                  value={index() + 1}
                  checked={props.value === index() + 1}
                  onChange={() => props.onChoose(index() + 1)}
                />
                <svg viewBox="0 0 24 24" aria-hidden="true">
                  <path d="M12 2l3.09 6.26 6.91 1.01-5 4.87 1.18 6.88-6.18-3.25-6.18 3.25 1.18-6.88-5-4.87 6.91-1.01z" />
                </svg>
                <span class="visually-hidden">
                  {index() === 0 ? '1 star' : `${index() + 1} stars`}, {word.toLowerCase()}
                </span>
              </label>
            )}
          </For>
        </div>
        <span class={styles.word} aria-hidden="true">
          {words[props.value - 1]}
        </span>
      </div>
      <Show when={props.error}>
        <p id={`${name}-error`} class={styles.error}>
          {props.error}
        </p>
      </Show>
    </fieldset>
  )
}
