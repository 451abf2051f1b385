import { Show } from 'solid-js'
import styles from './Stars.module.css'

const star = 'l3.09 6.26 6.91 1.01-5 4.87 1.18 6.88-6.18-3.25-6.18 3.25 1.18-6.88-5-4.87 6.91-1.01z'
const side = 24
/** Of the room beside each star; a part of one is a part of what lies between. */
const margin = 2
const five = [0, 1, 2, 3, 4].map((index) => `M${index * side + side / 2} 2${star}`).join('')

/** How far the colour goes, in units of the drawing: `value` stars, a part of the last one among them. */
function filledTo(value: number): number {
  const whole = Math.floor(value)
  const part = value - whole
  return whole * side + (part === 0 ? 0 : margin + part * (side - 2 * margin))
}

/** One number of five stars, also a part of one: "4.3 of 5 stars". */
export function Stars(props: { value: number }) {
  return (
    <svg class={styles.stars} viewBox="0 0 120 24" role="img" aria-label={`${starNumber(props.value)} of 5 stars`}>
      <path class={styles.empty} d={five} />
      <svg width={filledTo(props.value)} height={side} aria-hidden="true">
        <path class={styles.filled} d={five} />
      </svg>
    </svg>
  )
}

/** What people think of something on the average, and how many of them do: for one line of meta. */
export function AverageStars(props: { average: number | null; count: number }) {
  return (
    <Show when={props.average} fallback={<span class={styles.none}>Not rated yet</span>}>
      {(average) => (
        <span class={styles.average}>
          <Stars value={average()} />
          <span aria-hidden="true">{average().toFixed(1)}</span>
          <span class={styles.count}>
            <span aria-hidden="true">({props.count.toLocaleString('en')})</span>
            <span class="visually-hidden">{ratingCountWords(props.count)}</span>
          </span>
        </span>
      )}
    </Show>
  )
}

/** "1 rating", "1,204 ratings". */
export function ratingCountWords(count: number): string {
  return count === 1 ? '1 rating' : `${count.toLocaleString('en')} ratings`
}

const starNumber = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1))
