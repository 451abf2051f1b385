import type { Participant, Person } from '@prologue/contracts'
import { createMemo, For, Show } from 'solid-js'
import { Avatar } from '../../ui/Avatar.tsx'
import { comings } from './comings.ts'
import styles from './Presence.module.css'

const shown = 4

/** Who else has the conversation open now; more than a few are counted. One's own face is in the menu beside it. */
export function Presence(props: {
  people: readonly Person[]
  participants: readonly Participant[]
  meId: string
  conversationId: string
}) {
  const others = () => props.people.filter((person) => person.id !== props.meId)
  type Heard = { conversationId: string; people: readonly Person[] | null; words: string }
  const heard = createMemo<Heard>((before) => {
    const { conversationId, people, meId } = props
    // Just after a change of conversation these may still be the people of the one before.
    if (before?.conversationId !== conversationId) return { conversationId, people: null, words: '' }
    // Without oneself the room is not open: who is there then is not known.
    if (!people.some((person) => person.id === meId)) return before
    return { conversationId, people, words: before.people ? comings(before.people, people) : '' }
  })
  const told = (person: Person) => {
    const role = props.participants.find((participant) => participant.person.id === person.id)?.role
    return role ? `${person.name}, ${role}` : person.name
  }
  return (
    <>
      <p class="visually-hidden" aria-live="polite">
        {heard().words}
      </p>
      <ul class={styles.people} aria-label="Here now">
        <For each={others().slice(0, shown)}>
          {(person) => (
            <li class={styles.person}>
              <Avatar person={{ name: person.name, colour: person.colour }} alone title={told(person)} />
            </li>
          )}
        </For>
        <Show when={others().length > shown}>
          <li class={styles.more} title={others().slice(shown).map(told).join('\n')}>
            +{others().length - shown}
          </li>
        </Show>
      </ul>
    </>
  )
}
