import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure, wireOf } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { createFailure } from '../../ui/createFailure.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { SignUpForm } from './SignUpForm.tsx'

/** The form for who opened the link of an invitation, or why the link leads nowhere. */
export function InvitedSignUp(props: { token: string }) {
  const invitation = useQuery(() => ({
    queryKey: ['auth', 'invitation', props.token],
    queryFn: () => api.auth.openInvitation.mutate({ token: props.token }),
    retry: false,
    staleTime: Infinity,
  }))
  const failure = createFailure(invitation)
  const email = () => (invitation.isPending ? undefined : invitation.data?.email)
  return (
    <Show
      when={email()}
      fallback={
        <Show when={failure()} fallback={<Skeleton width="100%" height="12rem" />}>
          {(error) => (
            <>
              <p role="status">{describeFailure(error())}</p>
              <Show when={!wireOf(error())}>
                <Button onClick={() => void invitation.refetch()}>Try again</Button>
              </Show>
            </>
          )}
        </Show>
      }
    >
      {(address) => <SignUpForm invited={{ email: address(), token: props.token }} />}
    </Show>
  )
}
