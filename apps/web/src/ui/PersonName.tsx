import type { Person } from '@prologue/contracts'
import { Show } from 'solid-js'
import styles from './PersonName.module.css'

/** A name in a row of things, and beside it that somebody is a guest: they can give any name. In a sentence it is `personLabel`. */
export function PersonName(props: { person: Pick<Person, 'name' | 'guest'>; class: string | undefined }) {
  return (
    <>
      <span class={`${styles.name} ${props.class ?? ''}`}>{props.person.name}</span>
      <Show when={props.person.guest}>
        <span class={styles.guest}>guest</span>
      </Show>
    </>
  )
}
