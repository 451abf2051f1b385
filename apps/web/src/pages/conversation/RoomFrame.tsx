import type { Account } from '@prologue/contracts'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { failedWith } from '../../failure.ts'
import { ConversationList } from '../../features/conversations/ConversationList.tsx'
import { createListNews } from '../../features/conversations/createListNews.ts'
import { createConversation } from '../../features/conversations/queries.ts'
import { createNotificationNews } from '../../features/notifications/createNotificationNews.ts'
import { useConnection } from '../../realtime/connection.tsx'
import { createFailure } from '../../ui/createFailure.ts'
import { createMedia } from '../../ui/createMedia.ts'
import { createTitle } from '../../ui/createTitle.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { KeptCopy } from './KeptCopy.tsx'
import { Room } from './Room.tsx'
import { RoomSkeleton } from './RoomSkeleton.tsx'
import styles from './RoomFrame.module.css'

/** The list on the left (a drawer where there is no room for it) and beside it the conversation in each of its states. */
export function RoomFrame(props: {
  id: string
  account: Account
  /** Their session has ended; what they wrote is still here. */
  signedOut: boolean
  onUnsent: (some: boolean) => void
}) {
  const { socket } = useConnection()
  createListNews(socket)
  createNotificationNews(socket)
  const conversation = createConversation(() => props.id)
  const failure = createFailure(conversation)
  const roomy = createMedia('(min-width: 75rem)')
  // A guest has this conversation and no other.
  const listed = () => props.account.role !== 'guest' && !props.signedOut
  const [drawer, setDrawer] = createSignal(false)
  // Once open it stays on the screen, whatever a later reading answers: the room itself says when access has ended.
  const opened = () => (conversation.isPending ? undefined : conversation.data)
  createTitle(() => opened()?.title ?? 'Conversation')

  return (
    <div class={styles.frame} data-listed={listed() ? '' : undefined}>
      <Show
        when={roomy() && listed()}
        fallback={
          <Dialog open={drawer()} onOpenChange={setDrawer} title="Conversations" shape="drawer">
            <ConversationList hideWordmark onOpen={() => setDrawer(false)} />
          </Dialog>
        }
      >
        <nav class={styles.side} aria-label="Conversations">
          <ConversationList />
        </nav>
      </Show>
      <div class={styles.main}>
        <Switch fallback={<RoomSkeleton />}>
          <Match when={!opened() && failedWith(failure(), 'NOT_FOUND')}>
            <main class={styles.state}>
              <Notice
                heading="h1"
                title="This conversation is not open to you"
                action={<LinkButton href="/">Go to the start</LinkButton>}
              >
                <p>
                  It does not exist, or you have no access to it (any more). Ask whoever sent you here for a link to share it.
                </p>
              </Notice>
              <KeptCopy conversationId={props.id} personId={props.account.id} />
            </main>
          </Match>
          <Match when={!opened() && failure()}>
            <main class={styles.state}>
              <Failure
                heading="h1"
                title="The conversation could not be opened"
                error={failure()}
                onRetry={() => void conversation.refetch()}
              />
            </main>
          </Match>
          <Match when={opened()}>
            {(known) => (
              <Room
                conversation={known()}
                account={props.account}
                signedOut={props.signedOut}
                listInDrawer={!roomy() && listed()}
                onOpenList={() => setDrawer(true)}
                onUnsent={(some) => props.onUnsent(some)}
                readAt={conversation.dataUpdatedAt}
              />
            )}
          </Match>
        </Switch>
      </div>
    </div>
  )
}
