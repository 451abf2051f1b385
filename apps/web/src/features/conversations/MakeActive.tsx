import type { Conversation } from '@prologue/contracts'
import { Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { createConversationActs } from './createConversationActs.ts'

/** Beside the word that nobody writes in a conversation just now: the way to go on, for who may decide it. */
export function MakeActive(props: { conversation: Conversation }) {
  const acts = createConversationActs()
  const isOffered = () =>
    props.conversation.status !== 'active' && props.conversation.abilities.includes('conversation:set-status')
  return (
    <Show when={isOffered()}>
      {' '}
      <Button size="small" onClick={() => void acts.setStatus({ ...props.conversation }, 'active')}>
        Make active
      </Button>
    </Show>
  )
}
