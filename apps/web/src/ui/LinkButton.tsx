import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import styles from './Button.module.css'

/** A link that looks like a button: it goes somewhere, so it stays a link to keyboards and screen readers. */
export function LinkButton(props: { href: string; variant?: 'primary' | 'quiet' | 'plain'; children: JSX.Element }) {
  return (
    <A href={props.href} class={styles.button} data-variant={props.variant ?? 'quiet'}>
      {props.children}
    </A>
  )
}
