import ChevronDown from 'lucide-solid/icons/chevron-down'
import { For } from 'solid-js'
import styles from './PlainSelect.module.css'

/** One of a few that takes no more room than its word: the browser's own list, which fits every hand and every screen. */
export function PlainSelect<T extends string>(props: {
  label: string
  value: T
  choices: readonly { value: T; label: string }[]
  onChoose: (value: T) => void
}) {
  const choose = (value: string) => {
    const choice = props.choices.find((one) => one.value === value)
    if (choice) props.onChoose(choice.value)
  }
  return (
    <span class={styles.place}>
      <select
        class={styles.select}
        aria-label={props.label}
        value={props.value}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <For each={props.choices}>{(choice) => <option value={choice.value}>{choice.label}</option>}</For>
      </select>
      <ChevronDown size={14} />
    </span>
  )
}
