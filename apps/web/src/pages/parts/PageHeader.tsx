import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { AccountMenu } from '../../features/auth/AccountMenu.tsx'
import { Bell } from '../../features/notifications/Bell.tsx'
import { useSession } from '../../identity/session.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { ThemeMenu } from '../../ui/ThemeMenu.tsx'
import { Wordmark } from '../../ui/Wordmark.tsx'
import styles from './PageHeader.module.css'

/** The top of every page but the conversation, which has its own. `ways` shows the ways in to who is signed out. */
export function PageHeader(props: { ways?: boolean }) {
  const session = useSession()
  return (
    <header class={styles.header}>
      <Wordmark />
      <nav class={styles.places} aria-label="Places">
        <A href="/templates" class={styles.place} activeClass={styles.here ?? ''}>
          Library
        </A>
      </nav>
      <div class={styles.end}>
        <ThemeMenu />
        <Show
          when={session.person()}
          fallback={
            <Show when={props.ways && session.state() === 'known'}>
              <LinkButton href="/login" variant="plain">
                Sign in
              </LinkButton>
            </Show>
          }
        >
          <Show when={session.account()}>
            <Bell />
          </Show>
          <AccountMenu />
        </Show>
      </div>
    </header>
  )
}
