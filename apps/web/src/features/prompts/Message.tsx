import { type Person, personLabel } from '@prologue/contracts'
import { Show, type JSX } from 'solid-js'
import { AuthorLine } from '../../ui/AuthorLine.tsx'
import { Button } from '../../ui/Button.tsx'
import { Markdown } from './Markdown.tsx'
import styles from './Message.module.css'

/** Beyond this a message folds, so that a pasted document does not bury the answers. */
const foldAbove = 1400

/** What a person wrote. Without `at` it is still on its way to the server. */
export function Message(props: {
  author: Person
  mine: boolean
  text: string
  /** What it asks for or does, beside its words or in place of them. */
  asked?: string | null
  at?: Date
  editedAt?: Date | null
  unfolded?: boolean
  onFold?: (open: boolean) => void
  actions?: JSX.Element
  /** In place of the text, while it is changed. */
  form?: (() => JSX.Element) | undefined
}) {
  const long = () => props.text.length > foldAbove || props.text.split('\n').length > 24
  const folded = () => long() && !props.unfolded && props.onFold !== undefined
  return (
    <article class={styles.message} aria-label={`Message of ${personLabel(props.author)}`} data-message>
      <AuthorLine author={props.author} mine={props.mine} at={props.at} editedAt={props.editedAt}>
        {props.actions}
      </AuthorLine>
      <Show
        when={props.form}
        fallback={
          <div class={styles.body} data-folded={folded() ? '' : undefined} data-text>
            <Show when={props.asked}>{(asked) => <p class={styles.asked}>{asked()}</p>}</Show>
            <Show
              when={props.text.trim()}
              fallback={
                <Show when={!props.asked}>
                  <p class={styles.none}>Details only, no message.</p>
                </Show>
              }
            >
              <Markdown text={props.text} />
            </Show>
          </div>
        }
      >
        {(form) => form()()}
      </Show>
      <Show when={long() && props.onFold && !props.form}>
        <Button
          variant="plain"
          size="small"
          class={styles.fold}
          aria-expanded={props.unfolded ?? false}
          onClick={() => props.onFold?.(!props.unfolded)}
        >
          {props.unfolded ? 'Show less' : 'Show all'}
        </Button>
      </Show>
    </article>
  )
}
