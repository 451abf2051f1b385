import type { CloseReason } from '@prologue/contracts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import styles from './RoomEnded.module.css'

const words: Readonly<Record<CloseReason, string>> = {
  'access-ended': 'Your access to this conversation has ended. What you see stays until you leave the page.',
  'epoch-changed': 'The draft was replaced meanwhile. Load the page again to see the new one.',
  'draft-deleted': 'This conversation was deleted. What you see stays until you leave the page.',
  'server-stopping': 'The server is stopping. Nothing is lost; load the page again in a moment.',
}

/** Above a room that is no longer live: what is on the screen stays, so that it can be copied. */
export function RoomEnded(props: { reason: CloseReason }) {
  return (
    <div class={styles.ended} role="alert">
      <p>{words[props.reason]}</p>
      <LinkButton href="/">Go to the start</LinkButton>
    </div>
  )
}
