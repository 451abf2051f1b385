import type { Marked } from '@prologue/contracts'
import { For } from 'solid-js'
import styles from './MarkedText.module.css'

/** A text with what was searched marked in it. */
export function MarkedText(props: { marked: Marked }) {
  return (
    <For each={pieces(props.marked)}>
      {(piece) => (piece.marked ? <mark class={styles.mark}>{piece.text}</mark> : <>{piece.text}</>)}
    </For>
  )
}

/** The text in pieces, those that are marked and those between them. */
export function pieces({ text, ranges }: Marked): { text: string; marked: boolean }[] {
  const cuts = ranges.flatMap(({ start, end }) => [start, end])
  return [0, ...cuts]
    .map((from, at) => ({ text: text.slice(from, cuts[at] ?? text.length), marked: at % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}
