import type { Participant, Presence as Present } from '@prologue/contracts'
import { Show } from 'solid-js'
import { ById } from '../../ui/ById.tsx'
import { createMedia } from '../../ui/createMedia.ts'
import { createComings } from './createComings.ts'
import { Face } from './Face.tsx'
import { MoreFaces } from './MoreFaces.tsx'
import styles from './Presence.module.css'

export type Following = {
  /** Whose cursor the page follows. */
  id: string | null
  follow: (personId: string | null) => void
}

/** Where in the draft somebody is: the heading their cursor stands under, and whether they write there. */
export type InDraft = { section: string | null; writing: boolean }

/** Who else has the conversation open now and what they do; more than a few are counted. One's own face is in the menu beside it. */
export function Presence(props: {
  people: readonly Present[]
  participants: readonly Participant[]
  meId: string
  conversationId: string
  whereabouts?: ReadonlyMap<string, InDraft>
  following?: Following | undefined
}) {
  const narrow = createMedia('(max-width: 40rem)')
  const others = () => props.people.filter((person) => person.id !== props.meId)
  // Of three faces a phone shows two and a number: the number takes the place of a face.
  const shown = () => (narrow() ? (others().length > 2 ? 1 : 2) : 4)
  const roleOf = (id: string) => props.participants.find((participant) => participant.person.id === id)?.role
  const words = createComings(
    () => props.conversationId,
    () => (props.people.some((person) => person.id === props.meId) ? props.people : null),
  )
  return (
    <>
      <p class="visually-hidden" aria-live="polite">
        {words()}
      </p>
      <ul class={styles.people} aria-label="Here now">
        <ById each={others().slice(0, shown())}>
          {(person) => (
            <li class={styles.person}>
              <Face
                person={person()}
                role={roleOf(person().id)}
                where={props.whereabouts?.get(person().id)}
                following={props.following}
              />
            </li>
          )}
        </ById>
        <Show when={others().length > shown()}>
          <li class={styles.person}>
            <MoreFaces people={others().slice(shown())} roleOf={roleOf} following={props.following} />
          </li>
        </Show>
      </ul>
    </>
  )
}
