import ShieldCheck from 'lucide-solid/icons/shield-check'
import { createSignal, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import styles from './TwoFactor.module.css'

export function TwoFactorOff(props: { busy: boolean; onBegin: () => void }) {
  return (
    <div class={styles.state}>
      <p>Off. Whoever learns your password can come in.</p>
      <Button busy={props.busy} onClick={() => props.onBegin()}>
        Set it up
      </Button>
    </div>
  )
}

/** Fewer than this are worth a word. */
const few = 3

/** Turning it off makes the account weaker, so that is pressed twice. */
export function TwoFactorOn(props: { codesLeft: number; busy: boolean; onRenew: () => void; onDisable: () => void }) {
  const [asked, setAsked] = createSignal(false)
  return (
    <div class={styles.state}>
      <p class={styles.on}>
        <ShieldCheck />
        On
      </p>
      <p class={styles.left} data-few={props.codesLeft < few ? '' : undefined}>
        {props.codesLeft === 1 ? '1 recovery code is' : `${props.codesLeft} recovery codes are`} left.{' '}
        <Show when={props.codesLeft < few}>Make new ones before you need them.</Show>
      </p>
      <div class={styles.buttons}>
        <Button size="small" aria-disabled={props.busy || undefined} onClick={() => props.onRenew()}>
          New recovery codes
        </Button>
        <Button
          variant="danger"
          size="small"
          aria-disabled={props.busy || undefined}
          onClick={() => (asked() ? props.onDisable() : setAsked(true))}
        >
          {asked() ? 'Really turn it off' : 'Turn off'}
        </Button>
      </div>
      <p class={styles.left} role="status">
        {asked() ? 'From then on the password alone opens your account. Press again to turn it off.' : ''}
      </p>
    </div>
  )
}
