import type { Participant, Presence } from '@prologue/contracts'
import type { JSX } from 'solid-js'
import { Avatar } from '../../ui/Avatar.tsx'
import { doingWord } from './doingWord.ts'
import styles from './PeoplePanel.module.css'

/** A face, a name and what they do now; at the end what is given as children. */
export function PersonRow(props: {
  participant: Participant
  present: Presence | undefined
  me: boolean
  children: JSX.Element
}) {
  const state = () => {
    const words = props.present ? doingWord(props.present) : 'away'
    return props.participant.person.guest ? `guest · ${words}` : words
  }
  return (
    <div class={styles.person}>
      <Avatar person={props.participant.person} />
      <div class={styles.who}>
        <p class={styles.name} title={props.participant.person.name}>
          {props.participant.person.name}
          {props.me ? ' (you)' : ''}
        </p>
        <p class={styles.state}>{state()}</p>
      </div>
      <div class={styles.end}>{props.children}</div>
    </div>
  )
}
