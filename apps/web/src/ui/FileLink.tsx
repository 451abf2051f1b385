import type { JSX } from 'solid-js'
import styles from './Button.module.css'

/** A link to a file that the browser keeps, in the look of a button. */
export function FileLink(props: { href: string; children: JSX.Element }) {
  return (
    <a href={props.href} download="" class={styles.button} data-variant="quiet">
      {props.children}
    </a>
  )
}
