import X from 'lucide-solid/icons/x'
import type { JSX } from 'solid-js'
import { Button } from './Button.tsx'
import { keepFocus } from './keepFocus.ts'
import styles from './SidePanel.module.css'

/** What is said about a text, beside it, or in a sheet over its lower part where there is no room. Escape closes it. */
export function SidePanel(props: {
  title: string
  /** What its button to close it is called. */
  closing: string
  onClose: () => void
  children: JSX.Element
}) {
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    props.onClose()
  }
  return (
    <aside class={styles.panel} aria-label={props.title} onKeyDown={press}>
      <header class={styles.header}>
        <h2 class={styles.title}>{props.title}</h2>
        <Button variant="plain" size="icon" aria-label={props.closing} onClick={() => props.onClose()}>
          <X />
        </Button>
      </header>
      <div class={styles.content} ref={keepFocus}>
        {props.children}
      </div>
    </aside>
  )
}
