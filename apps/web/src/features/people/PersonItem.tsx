import type { Participant, Presence, ShareRole } from '@prologue/contracts'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { FormFailure } from '../../ui/FormFailure.tsx'
import { roleWords } from '../../ui/roleWords.ts'
import { Ask } from './Ask.tsx'
import styles from './PeoplePanel.module.css'
import { PersonRow } from './PersonRow.tsx'
import type { PeopleActions } from './queries.ts'
import { RoleMenu } from './RoleMenu.tsx'

type Question = 'hand-over' | 'remove' | 'leave'

/** One of the people, with what can be done about them; what cannot be taken back is said in words first. */
export function PersonItem(props: {
  participant: Participant
  present: Presence | undefined
  me: boolean
  manages: boolean
  actions: PeopleActions
  onDone: (words: string) => void
  onRemoved: (participant: Participant) => void
  onLeave: () => Promise<void>
}) {
  const act = createAct()
  const [question, setQuestion] = createSignal<Question>()
  const name = () => props.participant.person.name

  const run = (work: () => Promise<unknown>, words: string) => {
    const { onDone } = props
    void act.run(async () => {
      await work()
      setQuestion(undefined)
      onDone(words)
    })
  }
  const setRole = (role: ShareRole) => {
    const { actions, participant } = props
    run(() => actions.setRole(participant.person.id, role), `${participant.person.name}: ${roleWords[role]}.`)
  }
  const handOver = () => {
    const { actions, participant } = props
    run(() => actions.handOver(participant.person.id), `${participant.person.name} is the owner now. You are an editor.`)
  }
  const remove = () => {
    const { participant, actions, onRemoved } = props
    void act.run(async () => {
      await actions.remove(participant.person.id)
      onRemoved(participant)
    })
  }
  const leave = () => {
    const { onLeave } = props
    void act.run(onLeave)
  }
  const ask = (about: Question) => setQuestion(about)
  const cancel = () => setQuestion(undefined)

  return (
    <li class={styles.row}>
      <PersonRow participant={props.participant} present={props.present} me={props.me}>
        <Show
          when={props.manages && !props.me}
          fallback={
            <>
              <span class={styles.role}>{roleWords[props.participant.role]}</span>
              <Show when={props.me && props.participant.role !== 'owner'}>
                <Button variant="danger" size="small" onClick={() => ask('leave')}>
                  Leave
                </Button>
              </Show>
            </>
          }
        >
          <RoleMenu
            participant={props.participant}
            onRole={setRole}
            onHandOver={() => ask('hand-over')}
            onRemove={() => (props.participant.person.guest ? ask('remove') : remove())}
          />
        </Show>
      </PersonRow>
      <Switch>
        <Match when={question() === 'hand-over'}>
          <Ask act={`Make ${name()} the owner`} busy={act.busy()} onAct={handOver} onCancel={cancel}>
            {name()} will decide who is here, and may delete the conversation. You stay and can write. Only {name()} can give it
            back to you.
          </Ask>
        </Match>
        <Match when={question() === 'remove'}>
          <Ask act={`Remove ${name()}`} busy={act.busy()} onAct={remove} onCancel={cancel}>
            {name()} came by a link and has no account: only a link that still works can bring them back.
          </Ask>
        </Match>
        <Match when={question() === 'leave'}>
          <Ask act="Leave the conversation" busy={act.busy()} onAct={leave} onCancel={cancel}>
            You will not see it any more until somebody lets you in again. What you wrote stays.
          </Ask>
        </Match>
      </Switch>
      <Show when={act.failure()} keyed>
        {(failure) => <FormFailure error={failure} />}
      </Show>
    </li>
  )
}
