import type { JSX } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import styles from './PeoplePanel.module.css'

/** Says in words what will happen before it does, in the place where it was asked for. */
export function Ask(props: { children: JSX.Element; act: string; busy: boolean; onAct: () => void; onCancel: () => void }) {
  return (
    <div class={styles.ask} role="group" aria-label={props.act}>
      <p>{props.children}</p>
      <div class={styles.ways}>
        <Button
          size="small"
          variant="danger"
          ref={(button) => queueMicrotask(() => button.focus())}
          busy={props.busy}
          onClick={() => props.onAct()}
        >
          {props.act}
        </Button>
        <Button size="small" variant="plain" onClick={() => props.onCancel()}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
