import type { Participant, Presence } from '@prologue/contracts'
import { createSignal, For, Show, type JSX } from 'solid-js'
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

  return (
    <div class={styles.panel}>
      <Show when={props.manages}>
        <InviteForm participants={props.participants} mail={props.mail} invite={actions.invite} />
      </Show>
      <ul class={styles.list} aria-label="People of this conversation">
        <For each={props.participants.map(({ person }) => person.id)}>
          {(id) => (
            <Show when={props.participants.find(({ person }) => person.id === id)}>
              {(participant) => (
                <PersonItem
                  participant={participant()}
                  present={props.present.find((one) => one.id === id)}
                  me={id === props.meId}
                  manages={props.manages}
                  actions={actions}
                  onDone={setSaid}
                  onRemoved={(one) => {
                    setRemoved((all) => [...all.filter(({ person }) => person.id !== id), one])
                    setSaid(`${one.person.name} was removed.`)
                  }}
                  onLeave={() => props.onLeave()}
                />
              )}
            </Show>
          )}
        </For>
        <For each={gone()}>{(participant) => <RemovedItem participant={participant} actions={actions} onDone={setSaid} />}</For>
      </ul>
      <p class="visually-hidden" role="status">
        {said()}
      </p>
      {props.waiting}
    </div>
  )
}
