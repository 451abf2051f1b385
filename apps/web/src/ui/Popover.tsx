import * as Kobalte from '@kobalte/core/popover'
import type { JSX } from 'solid-js'
import { Button } from './Button.tsx'
import styles from './Popover.module.css'

/** A small page of its own beside the button that opens it; Escape and a press elsewhere close it. */
export function Popover(props: {
  trigger: JSX.Element
  label: string
  title: string
  /** Beside the title. */
  end?: JSX.Element
  open: boolean
  onOpenChange: (open: boolean) => void
  children: JSX.Element
}) {
  return (
    <Kobalte.Root open={props.open} onOpenChange={(open) => props.onOpenChange(open)} placement="bottom-end" gutter={6}>
      <Kobalte.Trigger as={Button} variant="plain" size="icon" aria-label={props.label} title={props.label}>
        {props.trigger}
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class={styles.content}>
          <header class={styles.header}>
            <Kobalte.Title class={styles.title}>{props.title}</Kobalte.Title>
            {props.end}
          </header>
          <div class={styles.body}>{props.children}</div>
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  )
}
