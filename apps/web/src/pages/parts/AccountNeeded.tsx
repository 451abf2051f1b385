import { useLocation } from '@solidjs/router'
import { withNext } from '../../features/auth/nextPath.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** In place of a page that guests of a conversation have no use for. */
export function AccountNeeded() {
  const location = useLocation()
  return (
    <Notice
      heading="h1"
      title="This page needs an account"
      action={
        <>
          <LinkButton href={withNext('/signup', location.pathname)} variant="primary">
            Create account
          </LinkButton>
          <LinkButton href={withNext('/login', location.pathname)}>Sign in</LinkButton>
        </>
      }
    >
      <p>You are here as a guest: what was shared with you is open to you, and nothing else.</p>
    </Notice>
  )
}
