import type { Participant, Presence } from '@prologue/contracts'
import { createSignal, For, Show, type JSX } from 'solid-js'
import { ById } from '../../ui/ById.tsx'
import { InviteForm } from './InviteForm.tsx'
import styles from './PeoplePanel.module.css'
import { PersonItem } from './PersonItem.tsx'
import { createPeopleActions } from './queries.ts'
import { RemovedItem } from './RemovedItem.tsx'

/** Everybody of a conversation. Who decides about it invites, gives roles, removes and hands it over; everybody else may leave. */
export function PeoplePanel(props: {
  conversationId: string
  participants: readonly Participant[]
  /** Who is here now. */
  present: readonly Presence[]
  meId: string
  manages: boolean
  mail: boolean
  /** Invitations that wait. */
  waiting?: JSX.Element
  onChanged: () => Promise<void>
  onLeave: () => Promise<void>
}) {
  const actions = createPeopleActions(
    () => props.conversationId,
    () => props.onChanged(),
  )
  const [removed, setRemoved] = createSignal<readonly Participant[]>([])
  const [said, setSaid] = createSignal('')
  const isIn = (id: string) => props.participants.some(({ person }) => person.id === id)
  const gone = () => removed().filter(({ person }) => !isIn(person.id))
  const showRemoved = (gone: Participant) => {
    setRemoved((all) => [...all.filter(({ person }) => person.id !== gone.person.id), gone])
    setSaid(`${gone.person.name} was removed.`)
  }

  return (
    <div class={styles.panel}>
      <Show when={props.manages}>
        <InviteForm participants={props.participants} mail={props.mail} invite={actions.invite} />
      </Show>
      <ul class={styles.list} aria-label="People of this conversation">
        <ById each={props.participants.map((participant) => ({ id: participant.person.id, participant }))}>
          {(item) => (
            <PersonItem
              participant={item().participant}
              present={props.present.find(({ id }) => id === item().id)}
              me={item().id === props.meId}
              manages={props.manages}
              actions={actions}
              onDone={setSaid}
              onRemoved={showRemoved}
              onLeave={() => props.onLeave()}
            />
          )}
        </ById>
        <For each={gone()}>{(participant) => <RemovedItem participant={participant} actions={actions} onDone={setSaid} />}</For>
      </ul>
      <p class="visually-hidden" role="status">
        {said()}
      </p>
      {props.waiting}
    </div>
  )
}
