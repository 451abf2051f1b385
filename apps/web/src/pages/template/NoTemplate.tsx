import { useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import { withNext } from '../../features/auth/nextPath.ts'
import { useSession } from '../../identity/session.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './TemplatePage.module.css'

/** An address that leads to no template, or to none that one may see. */
export function NoTemplate() {
  const session = useSession()
  const location = useLocation()
  return (
    <main class={styles.state}>
      <Notice
        heading="h1"
        title="There is no template here"
        action={
          <>
            <LinkButton href="/templates" variant="primary">
              To the library
            </LinkButton>
            <Show
              when={session.account()}
              fallback={<LinkButton href={withNext('/login', location.pathname + location.search)}>Sign in</LinkButton>}
            >
              <LinkButton href="/templates?scope=deleted">Your deleted templates</LinkButton>
            </Show>
          </>
        }
      >
        <p>
          Its owner may have deleted it or made it private, or the address was cut short when it was copied.
          <Show when={!session.account()}> If it is yours, sign in to see it.</Show>
        </p>
      </Notice>
    </main>
  )
}
