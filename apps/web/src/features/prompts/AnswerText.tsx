import { Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { PromptText } from '../../ui/PromptText.tsx'
import styles from './AnswerText.module.css'
import { createSettled } from './createSettled.ts'
import { Markdown } from './Markdown.tsx'

/** What a model says beyond this folds, so that it does not bury what comes after it; a whole prompt is there to be read. */
const foldAbove = 6_000

/** What an answer says: a whole prompt letter for letter, words to whoever asked as markdown. */
export function AnswerText(props: {
  text: string
  whole: boolean
  running: boolean
  unfolded: boolean
  onFold: (open: boolean) => void
}) {
  const folds = () => !props.whole && !props.running && props.text.length > foldAbove
  // Read as markdown some times a second while it comes, not at each of its words.
  const settled = createSettled(
    () => props.text,
    () => props.running && !props.whole,
  )
  return (
    <>
      {/* Read out as a whole once it is there, not piece by piece. */}
      <div
        class={styles.text}
        data-answer-text
        data-folded={folds() && !props.unfolded ? '' : undefined}
        aria-live={props.running ? 'off' : undefined}
      >
        <Show when={props.whole} fallback={<Markdown text={settled()} />}>
          <PromptText text={props.text} />
        </Show>
      </div>
      <Show when={folds()}>
        <Button
          variant="plain"
          size="small"
          class={styles.fold}
          aria-expanded={props.unfolded}
          onClick={() => props.onFold(!props.unfolded)}
        >
          {props.unfolded ? 'Show less' : 'Show all'}
        </Button>
      </Show>
    </>
  )
}
