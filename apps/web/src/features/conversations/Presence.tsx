import type { Participant, Person } from '@prologue/contracts'
import { For, Show } from 'solid-js'
import { Avatar } from '../../ui/Avatar.tsx'
import styles from './Presence.module.css'

const shown = 4

/** Who has the conversation open now, oneself last; more than a few are counted. */
export function Presence(props: { people: readonly Person[]; participants: readonly Participant[]; meId: string }) {
  const ordered = () => props.people.toSorted((one, other) => Number(one.id === props.meId) - Number(other.id === props.meId))
  const told = (person: Person) => {
    const role = props.participants.find((participant) => participant.person.id === person.id)?.role
    return person.id === props.meId ? `${person.name} (you)` : role ? `${person.name}, ${role}` : person.name
  }
  return (
    <ul class={styles.people} aria-label="Here now">
      <For each={ordered().slice(0, shown)}>
        {(person) => (
          <li class={styles.person}>
            <Avatar person={{ name: person.name, colour: person.colour }} alone title={told(person)} />
          </li>
        )}
      </For>
      <Show when={ordered().length > shown}>
        <li class={styles.more} title={ordered().slice(shown).map(told).join('\n')}>
          +{ordered().length - shown}
        </li>
      </Show>
    </ul>
  )
}
