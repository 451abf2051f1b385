import { useLocation } from '@solidjs/router'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** In place of a list of one's own, for who is signed out. */
export function SignInNote() {
  const location = useLocation()
  const next = () => new URLSearchParams({ next: location.pathname + location.search }).toString()
  return (
    <Notice
      title="Sign in to see your own templates"
      action={
        <>
          <LinkButton href={`/login?${next()}`} variant="primary">
            Sign in
          </LinkButton>
          <LinkButton href={`/signup?${next()}`}>Create account</LinkButton>
        </>
      }
    >
      <p>What you write, keep among your favourites and delete stands here. The library itself is open to everybody.</p>
    </Notice>
  )
}
