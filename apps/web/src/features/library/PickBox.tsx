import styles from './PickBox.module.css'

/** The box by which one template is picked among others; with Shift all from the one before. */
export function PickBox(props: {
  title: string
  picked: boolean
  /** The arrow keys go from one to the next where the title is no link. */
  result: boolean
  onPick: (picked: boolean, range: boolean) => void
}) {
  return (
    <label class={styles.place}>
      <input
        type="checkbox"
        class={styles.box}
        checked={props.picked}
        aria-label={`Select ${props.title}`}
        data-result={props.result ? '' : undefined}
        onClick={(event) => props.onPick(event.currentTarget.checked, event.shiftKey)}
      />
    </label>
  )
}
