import { limits, type Prompt } from '@prologue/contracts'
import ThumbsDown from 'lucide-solid/icons/thumbs-down'
import ThumbsUp from 'lucide-solid/icons/thumbs-up'
import { createSignal, Show } from 'solid-js'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/Field.tsx'
import styles from './RateAnswer.module.css'

export type Rate = (rating: number | null, feedback: string | null) => Promise<void>

const [down, up] = [1, 5]

/** Thumbs up or down, one for all in the conversation; pressed once more it is taken back. */
export function Thumbs(props: { prompt: Prompt; onRate: Rate; onRated: (open: boolean) => void }) {
  const rate = (rating: number) => {
    const back = props.prompt.rating === rating
    props.onRated(!back)
    void props.onRate(back ? null : rating, back ? null : props.prompt.feedback)
  }
  const thumb = (rating: number, label: string) => ({
    variant: 'plain' as const,
    size: 'small' as const,
    class: styles.thumb,
    'aria-label': label,
    title: label,
    get 'aria-pressed'() {
      return props.prompt.rating === rating
    },
    onClick: () => rate(rating),
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
export function RateWords(props: { prompt: Prompt; onRate: Rate; onClose: () => void }) {
  // eslint-disable-next-line solid/reactivity -- what stands there when the field opens is where one begins to write
  const [words, setWords] = createSignal(props.prompt.feedback ?? '')
  const submit = (event: Event) => {
    event.preventDefault()
    props.onClose()
    void props.onRate(props.prompt.rating, words().trim() || null)
  }
  return (
    <form class={styles.form} onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && props.onClose()}>
      <div class={styles.field}>
        <TextField
          label={props.prompt.rating === down ? 'What is wrong with it?' : 'What is good about it?'}
          maxlength={limits.review}
          value={words()}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <Button size="small" type="submit">
        Save
      </Button>
      <Button size="small" variant="plain" onClick={() => props.onClose()}>
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
