import { limits } from '@prologue/contracts'
import { createSignal, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { Section } from '../../ui/Section.tsx'
import styles from './DeleteSection.module.css'
import { DeleteForm } from './DeleteForm.tsx'

/** The way out for good: what goes with the account is said before anything is asked. */
export function DeleteSection(props: { email: string | undefined }) {
  const [isOpen, setOpen] = createSignal(false)
  return (
    <Section
      title="Delete your account"
      lead={`It is closed at once, and gone for good after ${limits.daysDeleted} days. Until then an administrator can bring it back.`}
    >
      <div class={styles.part}>
        <Button
          variant={isOpen() ? 'quiet' : 'danger'}
          class={styles.begin}
          aria-expanded={isOpen()}
          disabled={props.email === undefined}
          onClick={() => setOpen(!isOpen())}
        >
          {isOpen() ? 'Keep my account' : 'Delete my account…'}
        </Button>
        <Show when={isOpen() && props.email}>{(email) => <DeleteForm email={email()} />}</Show>
      </div>
    </Section>
  )
}
