import type { Conversation, Presence as Present } from '@prologue/contracts'
import PanelLeft from 'lucide-solid/icons/panel-left'
import UserPlus from 'lucide-solid/icons/user-plus'
import Users from 'lucide-solid/icons/users'
import WifiOff from 'lucide-solid/icons/wifi-off'
import { Show } from 'solid-js'
import { AccountMenu } from '../../features/auth/AccountMenu.tsx'
import { Bell } from '../../features/notifications/Bell.tsx'
import { useSession } from '../../identity/session.tsx'
import { wayBack } from '../../identity/keptVisits.ts'
import { Presence, type Following, type InDraft } from '../../features/people/Presence.tsx'
import { ConversationMenu } from '../../features/conversations/ConversationMenu.tsx'
import { statusWords } from '../../features/conversations/statusWords.ts'
import { TitleEditor } from '../../features/conversations/TitleEditor.tsx'
import { Button } from '../../ui/Button.tsx'
import { ThemeMenu } from '../../ui/ThemeMenu.tsx'
import styles from './RoomHeader.module.css'

export function RoomHeader(props: {
  conversation: Conversation
  people: readonly Present[]
  meId: string
  online: boolean
  listInDrawer: boolean
  onOpenList: () => void
  whereabouts: ReadonlyMap<string, InDraft>
  following: Following
  /** Nothing more comes in or goes out here. */
  ended: boolean
  /** Opens who is in the conversation, and for who decides about it the ways in. */
  onPeople: (() => void) | undefined
  onLeave: () => Promise<void>
}) {
  const session = useSession()
  const shares = () => props.conversation.abilities.includes('conversation:share')
  return (
    <header class={styles.header}>
      <Show when={props.listInDrawer}>
        <Button variant="plain" size="icon" aria-label="Conversations" title="Conversations" onClick={() => props.onOpenList()}>
          <PanelLeft />
        </Button>
      </Show>
      <TitleEditor
        id={props.conversation.id}
        title={props.conversation.title}
        editable={!props.ended && props.conversation.abilities.includes('conversation:rename')}
      />
      <Show when={!props.ended}>
        <ConversationMenu conversation={props.conversation} />
      </Show>
      <Show when={props.conversation.status !== 'active'}>
        <span class={styles.badge}>{statusWords[props.conversation.status].name}</span>
      </Show>
      <div role="status" class={styles.connection}>
        <Show when={!props.online}>
          <WifiOff size={16} />
          <span class={styles.word}>No connection</span>
          <span class="visually-hidden">. What you write in the draft is kept here and sent when it is back.</span>
        </Show>
      </div>
      <div class={styles.end}>
        <Presence
          conversationId={props.conversation.id}
          people={props.people}
          participants={props.conversation.participants}
          meId={props.meId}
          whereabouts={props.whereabouts}
          following={props.following}
        />
        <Show when={props.onPeople}>
          {(open) => (
            <Button size="small" class={styles.share} onClick={() => open()()}>
              <Show when={shares()} fallback={<Users />}>
                <UserPlus />
              </Show>
              <span class={styles.word}>{shares() ? 'Share' : 'People'}</span>
            </Button>
          )}
        </Show>
        <span class={styles.extra}>
          <ThemeMenu />
        </span>
        <Show when={session.account()}>
          <Bell />
        </Show>
        <AccountMenu here={wayBack(props.conversation.id)} onLeave={() => props.onLeave()} />
      </div>
    </header>
  )
}
