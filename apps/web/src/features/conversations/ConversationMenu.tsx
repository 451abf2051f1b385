import type { ConversationStatus } from '@prologue/contracts'
import { useNavigate } from '@solidjs/router'
import Archive from 'lucide-solid/icons/archive'
import CheckCheck from 'lucide-solid/icons/check-check'
import CircleCheck from 'lucide-solid/icons/circle-check'
import Copy from 'lucide-solid/icons/copy'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import ActivityIcon from 'lucide-solid/icons/activity'
import Pause from 'lucide-solid/icons/pause'
import Pin from 'lucide-solid/icons/pin'
import PinOff from 'lucide-solid/icons/pin-off'
import Play from 'lucide-solid/icons/play'
import Trash from 'lucide-solid/icons/trash'
import { For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useSession } from '../../identity/session.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { createConversationActs, type ActedOn } from './createConversationActs.ts'
import { statuses, statusWords } from './statusWords.ts'

const icons = { active: Play, paused: Pause, completed: CircleCheck, archived: Archive } as const satisfies Record<
  ConversationStatus,
  unknown
>

/** What one may do with a conversation: the same in its row and in its head. */
export function ConversationMenu(props: {
  conversation: ActedOn
  class?: string | undefined
  /** Before something that may take its row away. */
  onAct?: (() => void) | undefined
}) {
  const session = useSession()
  const navigate = useNavigate()
  const acts = createConversationActs()
  const may = (ability: ActedOn['abilities'][number]) => props.conversation.abilities.includes(ability)
  const act = (work: (conversation: ActedOn) => unknown) => () => {
    props.onAct?.()
    void work({ ...props.conversation })
  }
  return (
    // Guests have no list of conversations.
    <Show when={session.account()}>
      <Menu label={`Menu of ${props.conversation.title}`} trigger={<Ellipsis />} class={props.class}>
        <MenuItem onSelect={act((conversation) => acts.pin(conversation, !conversation.pinned))}>
          <Show when={props.conversation.pinned} fallback={<Pin />}>
            <PinOff />
          </Show>
          {props.conversation.pinned ? 'Unpin' : 'Pin'}
        </MenuItem>
        <Show when={props.conversation.unread > 0}>
          <MenuItem onSelect={act(acts.markRead)}>
            <CheckCheck />
            Mark as read
          </MenuItem>
        </Show>
        <Show when={session.account()?.abilities.includes('conversation:create')}>
          <MenuItem onSelect={act(acts.duplicate)}>
            <Copy />
            Duplicate
          </MenuItem>
        </Show>
        <Show when={may('conversation:read-activity')}>
          <MenuItem onSelect={() => navigate(`/c/${props.conversation.id}/activity`)}>
            <ActivityIcon />
            Activity
          </MenuItem>
        </Show>
        <Show when={may('conversation:set-status')}>
          <MenuLine />
          <For each={statuses.filter((status) => status !== props.conversation.status)}>
            {(status) => (
              <MenuItem onSelect={act((conversation) => acts.setStatus(conversation, status))}>
                <Dynamic component={icons[status]} />
                {statusWords[status].act}
              </MenuItem>
            )}
          </For>
        </Show>
        <Show when={may('conversation:delete')}>
          <MenuLine />
          <MenuItem onSelect={act(acts.remove)}>
            <Trash />
            Delete
          </MenuItem>
        </Show>
      </Menu>
    </Show>
  )
}
