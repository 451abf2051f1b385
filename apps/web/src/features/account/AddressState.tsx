import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { createAct } from '../../ui/createAct.ts'
import styles from './AddressState.module.css'

/** Whether the address is known to be its owner's, and where it is not, the way to make it so. */
export function AddressState(props: { confirmed: boolean; mail: boolean }) {
  const act = createAct()
  const [sent, setSent] = createSignal(false)
  const send = async () => {
    await api.account.sendVerification.mutate()
    setSent(true)
  }
  return (
    <Show
      when={!props.confirmed}
      fallback={
        <p class={styles.state} data-tone="good">
          <CircleCheck />
          Confirmed
        </p>
      }
    >
      <div class={styles.state} data-tone="warn">
        <CircleAlert />
        Not confirmed
        <Show when={!sent()}>
          <button type="button" class={styles.send} aria-disabled={act.busy() || undefined} onClick={() => void act.run(send)}>
            {props.mail ? 'Send again' : 'Make a link'}
          </button>
        </Show>
      </div>
      <p class={styles.said} role="status" data-bad={act.failure() ? '' : undefined}>
        <Switch>
          <Match when={act.failure()}>{describeFailure(act.failure())}</Match>
          <Match when={sent()}>
            {props.mail
              ? 'Sent. Open the link in the mail within an hour.'
              : 'This server sends no mail: its administrator finds the link under Mail, for an hour.'}
          </Match>
        </Switch>
      </p>
    </Show>
  )
}
