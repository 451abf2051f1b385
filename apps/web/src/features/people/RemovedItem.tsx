import type { Participant } from '@prologue/contracts'
import { Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { FormFailure } from '../../ui/FormFailure.tsx'
import styles from './PeoplePanel.module.css'
import { PersonRow } from './PersonRow.tsx'
import type { PeopleActions } from './queries.ts'

/** Who was just removed, with the way to take that back; a guest has none. */
export function RemovedItem(props: { participant: Participant; actions: PeopleActions; onDone: (words: string) => void }) {
  const act = createAct()
  const bringBack = () => {
    const { actions, onDone } = props
    const { person, role } = props.participant
    if (role === 'owner') return
    void act.run(async () => {
      await actions.invite({ userId: person.id }, role)
      onDone(`${person.name} is in again.`)
    })
  }
  return (
    <li class={styles.row} data-gone="">
      <PersonRow participant={props.participant} present={undefined} me={false}>
        <span class={styles.role}>Removed</span>
        <Show when={!props.participant.person.guest}>
          <Button size="small" busy={act.busy()} onClick={bringBack}>
            Undo
          </Button>
        </Show>
      </PersonRow>
      <Show when={act.failure()} keyed>
        {(failure) => <FormFailure error={failure} />}
      </Show>
    </li>
  )
}
