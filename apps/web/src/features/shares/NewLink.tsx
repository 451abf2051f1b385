import type { ShareRole } from '@prologue/contracts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { TextField } from '../../ui/Field.tsx'
import styles from './LinksPanel.module.css'

const labels: Readonly<Record<ShareRole, string>> = {
  viewer: 'A link to read',
  commenter: 'A link to comment',
  editor: 'A link to write',
}

/** The address itself, which only this answer of the server carries. */
export function NewLink(props: { url: string; role: ShareRole; onAnother: () => void }) {
  return (
    <div class={styles.made}>
      <TextField
        label={labels[props.role]}
        hint="Copy it now: it is shown only this once. Whoever has it can come in."
        readonly
        ref={(field) => queueMicrotask(() => field.focus())}
        value={props.url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class={styles.ways}>
        <CopyButton variant="primary" size="normal" label="Copy link" text={() => props.url} />
        <Button variant="plain" onClick={() => props.onAnother()}>
          Make another
        </Button>
      </div>
    </div>
  )
}
