import type { JSX } from 'solid-js'
import type { Offers } from './createOffers.ts'
import styles from './OfferList.module.css'

/** The list of what a field offers, as `Offer`s. */
export function OfferList(props: { offers: Offers; label: string; children: JSX.Element }) {
  return (
    <ul id={props.offers.id} class={styles.list} role="listbox" aria-label={props.label}>
      {props.children}
    </ul>
  )
}

/** One of them; what may not be taken is shown, and not gone to. */
export function Offer(props: { offers: Offers; id: string; children: JSX.Element }) {
  return (
    <li
      id={props.offers.optionId(props.id)}
      class={styles.offer}
      role="option"
      aria-selected={props.offers.active() === props.id}
      aria-disabled={props.offers.mayTake(props.id) ? undefined : true}
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => props.offers.take(props.id)}
    >
      {props.children}
    </li>
  )
}
