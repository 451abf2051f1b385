import type { Person } from '@prologue/contracts'
import styles from './Avatar.module.css'

/** The first letters of the first and the last word of a name. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  const first = [...(words[0] ?? '')][0] ?? '?'
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toUpperCase()
}

/** Stands beside the written name, or carries it as its own where it stands alone. */
export function Avatar(props: {
  person: Pick<Person, 'name' | 'colour'>
  alone?: boolean
  title?: string
  size?: 'small' | 'normal'
}) {
  return (
    <span
      class={styles.avatar}
      data-size={props.size ?? 'normal'}
      style={{ background: props.person.colour }}
      role={props.alone ? 'img' : undefined}
      aria-label={props.alone ? (props.title ?? props.person.name) : undefined}
      aria-hidden={props.alone ? undefined : 'true'}
      title={props.alone ? (props.title ?? props.person.name) : undefined}
      data-initials={initials(props.person.name)}
    />
  )
}
