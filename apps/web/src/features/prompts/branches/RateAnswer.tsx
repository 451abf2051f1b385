import { limits, type Prompt } from '@prologue/contracts'
import ThumbsDown from 'lucide-solid/icons/thumbs-down'
import ThumbsUp from 'lucide-solid/icons/thumbs-up'
import { createSignal, Show } from 'solid-js'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/Field.tsx'
import type { Rating } from './createRating.ts'
import styles from './RateAnswer.module.css'

const [down, up] = [1, 5]

/** Thumbs up or down, one for all in the conversation; pressed once more it is taken back. */
export function Thumbs(props: { rating: Rating }) {
  const thumb = (rating: number, label: string) => ({
    variant: 'plain' as const,
    size: 'small' as const,
    class: styles.thumb,
    'aria-label': label,
    title: label,
    get 'aria-pressed'() {
      return props.rating.shown() === rating
    },
    onClick: () => props.rating.press(rating),
  })
  return (
    <span class={styles.thumbs} role="group" aria-label="Rate this answer">
      <Button {...thumb(up, 'Good answer')}>
        <ThumbsUp />
      </Button>
      <Button {...thumb(down, 'Bad answer')}>
        <ThumbsDown />
      </Button>
    </span>
  )
}

/** A word to the thumb: what was good, or what was wrong. */
export function RateWords(props: { prompt: Prompt; rating: Rating }) {
  // eslint-disable-next-line solid/reactivity -- what stands there when the field opens is where one begins to write
  const [words, setWords] = createSignal(props.prompt.feedback ?? '')
  const [busy, setBusy] = createSignal(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    if (busy()) return
    setBusy(true)
    await props.rating.saveWords(words())
    setBusy(false)
  }
  return (
    <form
      class={styles.form}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && props.rating.leave()}
    >
      <div class={styles.field}>
        <TextField
          label={props.rating.worded() === down ? 'What is wrong with it?' : 'What is good about it?'}
          maxlength={limits.review}
          value={words()}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <Button size="small" type="submit" busy={busy()}>
        Save
      </Button>
      <Button size="small" variant="plain" onClick={() => props.rating.leave()}>
        Not now
      </Button>
    </form>
  )
}

/** What was said to the thumb. */
export function RateNote(props: { prompt: Prompt }) {
  return (
    <Show when={props.prompt.rating !== null && props.prompt.feedback}>
      {(words) => (
        <p class={styles.note}>
          {props.prompt.rating === down ? 'Bad' : 'Good'}: “{words()}”
        </p>
      )}
    </Show>
  )
}
