import { useLocation, useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { ResetForm } from '../features/auth/ResetForm.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { DeadLink } from './parts/DeadLink.tsx'
import { NarrowPage } from './parts/NarrowPage.tsx'

export default function ResetPage() {
  const location = useLocation()
  const navigate = useNavigate()
  const [dead, setDead] = createSignal<string>()
  const token = () => location.hash.slice(1)
  return (
    <Show
      when={token() && dead() !== token()}
      fallback={
        <DeadLink
          action={
            <LinkButton href="/forgot" variant="primary">
              Ask for a new link
            </LinkButton>
          }
        >
          A newer link makes the older ones void, too.
        </DeadLink>
      }
    >
      <NarrowPage title="A new password" lead="Setting it signs you out everywhere; then you sign in with the new one.">
        <ResetForm
          token={token()}
          onDone={() => navigate('/login?reset=done', { replace: true })}
          onDeadLink={() => setDead(token())}
        />
      </NarrowPage>
    </Show>
  )
}
