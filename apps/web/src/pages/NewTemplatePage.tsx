import { useNavigate } from '@solidjs/router'
import { createEffect, createSignal, Show } from 'solid-js'
import { api } from '../api.ts'
import { TextWaiting } from '../features/templateEditor/TextWaiting.tsx'
import { useSession } from '../identity/session.tsx'
import { Failure } from '../ui/Failure.tsx'
import { SignedInPage } from './parts/SignedInPage.tsx'

/** Begins a template that only its owner sees, or takes up one that was never written on, and goes on to where it is written. */
export default function NewTemplatePage() {
  const session = useSession()
  const navigate = useNavigate()
  const [failure, setFailure] = createSignal<unknown>(null)
  let begun = false

  const begin = async () => {
    begun = true
    setFailure(null)
    try {
      const { slug } = await api.templates.begin.mutate({})
      // Going back leads to what was before, and begins no other.
      navigate(`/templates/${slug}/edit`, { replace: true })
    } catch (error) {
      setFailure(error)
    }
  }
  createEffect(() => {
    if (session.account() && !begun) void begin()
  })
  return (
    <SignedInPage title="New template">
      <Show when={failure() !== null} fallback={<TextWaiting />}>
        <Failure title="The template could not be begun" error={failure()} onRetry={() => void begin()} />
      </Show>
    </SignedInPage>
  )
}
