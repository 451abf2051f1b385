import { useBeforeLeave } from '@solidjs/router'
import { createSignal, onCleanup } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './Import.module.css'

/** Asks who leaves the page, or closes it, amid an import. */
export function AskBeforeLeaving(props: { importing: boolean; onLeave: () => void }) {
  const [leave, setLeave] = createSignal<(() => void) | null>(null)
  const asks = (event: BeforeUnloadEvent) => {
    if (props.importing) event.preventDefault()
  }
  window.addEventListener('beforeunload', asks)
  onCleanup(() => window.removeEventListener('beforeunload', asks))
  useBeforeLeave((event) => {
    if (!props.importing) return props.onLeave()
    event.preventDefault()
    setLeave(() => () => event.retry(true))
  })
  const close = () => setLeave(null)
  return (
    <Dialog
      open={leave() !== null}
      onOpenChange={(open) => !open && close()}
      title="Leave amid the import?"
      description="What is imported already stays. What is left of the file is not imported."
    >
      <div class={styles.ways}>
        <Button variant="primary" onClick={close}>
          Stay
        </Button>
        <Button
          onClick={() => {
            const go = leave()
            close()
            props.onLeave()
            go?.()
          }}
        >
          Leave
        </Button>
      </div>
    </Dialog>
  )
}
