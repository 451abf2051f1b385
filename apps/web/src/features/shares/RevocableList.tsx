import { createSignal } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { ById } from '../../ui/ById.tsx'
import styles from './LinksPanel.module.css'

/** To revoke cannot be undone, so it is pressed twice; what it does is said below. */
export function RevocableList(props: {
  items: readonly { id: string; title: string; meta: string }[]
  busy: boolean
  /** What the button says the second time. */
  sure: string
  before: string
  asked: string
  onRevoke: (id: string) => void
}) {
  const [asked, setAsked] = createSignal<string>()
  const revoke = (id: string) => {
    if (asked() !== id) setAsked(id)
    else {
      setAsked(undefined)
      props.onRevoke(id)
    }
  }
  const word = (id: string) => (asked() === id ? props.sure : 'Revoke')
  return (
    <>
      <ul class={styles.list}>
        <ById each={props.items}>
          {(item) => (
            <li class={styles.link}>
              <div class={styles.what}>
                <p class={styles.title}>{item().title}</p>
                <p class={styles.meta}>{item().meta}</p>
              </div>
              <Button
                variant="danger"
                size="small"
                aria-label={`${word(item().id)}: ${item().title}`}
                disabled={props.busy}
                onClick={() => revoke(item().id)}
              >
                {word(item().id)}
              </Button>
            </li>
          )}
        </ById>
      </ul>
      <p class={styles.meta} role="status">
        {asked() ? props.asked : props.before}
      </p>
    </>
  )
}
