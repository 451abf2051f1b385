import { Show } from 'solid-js'
import { PlainSelect } from '../../ui/PlainSelect.tsx'
import styles from './VersionPick.module.css'

/** So many are looked through in a list; of more one says the number. */
const listed = 50

/** The newest first. */
const numbersTo = (latest: number) => Array.from({ length: latest }, (_, index) => latest - index)

/** One version of a template, by its number: chosen of a list, or typed where there are too many to look through. */
export function VersionPick(props: {
  label: string
  value: number
  latest: number
  /** What is known of a version, its labels or whose it is. */
  notesOf: (number: number) => readonly string[]
  onChoose: (number: number) => void
}) {
  const word = (number: number) => {
    const notes = props.notesOf(number)
    return notes.length === 0 ? `Version ${number}` : `Version ${number} (${notes.join(', ')})`
  }
  const choices = () => numbersTo(props.latest).map((number) => ({ value: String(number), label: word(number) }))
  const take = (field: HTMLInputElement) => {
    const number = Number(field.value)
    if (Number.isInteger(number) && number >= 1 && number <= props.latest) props.onChoose(number)
    else field.value = String(props.value)
  }
  return (
    <Show
      when={props.latest > listed}
      fallback={
        <PlainSelect
          label={props.label}
          value={String(props.value)}
          choices={choices()}
          onChoose={(value) => props.onChoose(Number(value))}
        />
      }
    >
      <label class={styles.pick}>
        <span class="visually-hidden">{props.label}: </span>
        Version
        <input
          class={styles.number}
          type="number"
          inputmode="numeric"
          min={1}
          max={props.latest}
          value={props.value}
          onChange={(event) => take(event.currentTarget)}
        />
        <span class={styles.of}>
          of {props.latest}
          <Show when={props.notesOf(props.value).length > 0}> ({props.notesOf(props.value).join(', ')})</Show>
        </span>
      </label>
    </Show>
  )
}
