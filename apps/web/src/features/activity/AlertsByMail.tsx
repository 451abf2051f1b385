import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { createOwnAccount } from '../../identity/ownAccount.ts'
import { useSession } from '../../identity/session.tsx'
import styles from './Alerts.module.css'

/** Tells administrators whose address is not confirmed that alerts pass them by. */
export function AlertsByMail() {
  const session = useSession()
  const own = createOwnAccount(session.mail)
  const unconfirmed = () => session.mail() && own.isSuccess && !own.data.emailVerified
  return (
    <Show when={unconfirmed()}>
      <p class={styles.quiet}>
        Alerts are mailed to administrators whose address is confirmed. Yours is not: <A href="/account">confirm it</A>.
      </p>
    </Show>
  )
}
