import { useLocation } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { withNext } from '../../features/auth/nextPath.ts'
import { wayBack } from '../../identity/keptVisits.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { TextCopies } from '../../ui/TextCopies.tsx'
import { endings, unsentWords, type Ending } from './endings.ts'
import styles from './RoomEnded.module.css'

/** Above a room that is no longer live: what happened, what to do, and all that only this browser has, to be brought into safety. */
export function RoomEnded(props: {
  ending: Ending
  conversation: { id: string; title: string }
  /** Edits of the draft that were not sent. */
  unsent: number
  text: () => string
  /** What was being written in the chat. */
  message: string
  /** Comments that were being written. */
  comments: readonly string[]
}) {
  const location = useLocation()
  return (
    <div class={styles.ended} role="alert">
      <p class={styles.words}>
        {endings[props.ending]} <Show when={props.unsent > 0}>{<strong>{unsentWords(props.unsent)}</strong>}</Show>
      </p>
      <div class={styles.ways}>
        <Show when={props.unsent > 0}>
          <TextCopies text={() => props.text()} title={props.conversation.title} />
        </Show>
        <Show when={props.message}>
          <CopyButton variant="quiet" label="Copy your message" text={() => props.message} />
        </Show>
        <Show when={props.comments.length > 0}>
          <CopyButton
            variant="quiet"
            label={props.comments.length > 1 ? 'Copy your comments' : 'Copy your comment'}
            text={() => props.comments.join('\n\n')}
          />
        </Show>
        <Switch fallback={<LinkButton href="/">Go to the start</LinkButton>}>
          <Match when={props.ending === 'signed-out'}>
            <LinkButton href={withNext('/login', location.pathname + location.hash, { ended: 'yes' })}>Sign in</LinkButton>
          </Match>
          <Match when={props.ending === 'visit-ended'}>
            <LinkButton href={wayBack(props.conversation.id)}>Try the link again</LinkButton>
          </Match>
        </Switch>
      </div>
    </div>
  )
}
