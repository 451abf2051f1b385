import { createMemo } from 'solid-js'
import { encode } from 'uqr'
import styles from './QrCode.module.css'

/** Dark on light in both themes: that is what cameras look for. */
export function QrCode(props: { text: string; label: string }) {
  const code = createMemo(() => encode(props.text, { border: 2 }))
  const path = () =>
    code()
      .data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
      .join('')
  return (
    <svg class={styles.code} role="img" aria-label={props.label} viewBox={`0 0 ${code().size} ${code().size}`}>
      <path d={path()} />
    </svg>
  )
}
