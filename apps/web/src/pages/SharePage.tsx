import type { ShareRole } from '@prologue/contracts'
import { Navigate, useParams } from '@solidjs/router'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { Match, Switch } from 'solid-js'
import { api } from '../api.ts'
import { failedWith } from '../failure.ts'
import { withNext } from '../features/auth/nextPath.ts'
import { GuestForm } from '../features/shares/GuestForm.tsx'
import { keepVisit } from '../identity/keptVisits.ts'
import { useSession } from '../identity/session.tsx'
import { conversationKeys } from '../features/conversations/queries.ts'
import { createFailure } from '../ui/createFailure.ts'
import { createTitle } from '../ui/createTitle.ts'
import { Failure } from '../ui/Failure.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import styles from './parts/NarrowPage.module.css'
import { PageHeader } from './parts/PageHeader.tsx'

const invitations: Readonly<Record<ShareRole, string>> = {
  editor: 'write on this conversation and its system prompt',
  commenter: 'read this conversation and comment on its system prompt',
  viewer: 'read this conversation and its system prompt',
}

/** Where a shared link leads: who is known here straight into the conversation, anybody else to a word on what waits and the ways in. */
export default function SharePage() {
  createTitle(() => 'Shared with you')
  const params = useParams<{ token: string }>()
  const session = useSession()
  const queryClient = useQueryClient()
  const somebody = () => session.person() !== null
  const known = () => session.state() === 'known'
  const keep = (conversationId: string) => {
    const guest = session.account() ? null : session.person()
    if (guest) keepVisit(conversationId, { token: params.token, guestId: guest.id })
  }

  // Where a guest was let in by the form: the link has been followed, and is not followed once more for who they are now.
  let entered: { conversationId: string; token: string } | undefined
  const enter = (joined: { conversationId: string }) => {
    entered = { ...joined, token: params.token }
    return session.changed()
  }

  const accepted = useQuery(() => ({
    queryKey: ['share', 'accept', params.token, session.person()?.id],
    queryFn: async () => {
      const { token } = params
      const joined = entered?.token === token ? entered : await api.shares.accept.mutate({ token })
      void queryClient.invalidateQueries({ queryKey: conversationKeys.lists })
      keep(joined.conversationId)
      return joined
    },
    enabled: known() && somebody(),
    staleTime: Infinity,
  }))
  const preview = useQuery(() => ({
    queryKey: ['share', 'look', params.token],
    queryFn: () => api.shares.look.mutate({ token: params.token }),
    enabled: known() && !somebody(),
  }))
  const refused = createFailure(accepted)
  const unseen = createFailure(preview)
  const error = () => (somebody() ? refused() : unseen())
  const retry = () => void (somebody() ? accepted.refetch() : preview.refetch())
  const here = () => `/s/${params.token}`

  return (
    <div class={styles.page}>
      <PageHeader />
      <main class={styles.main}>
        <Switch
          fallback={
            <div class={styles.opening} aria-busy="true" aria-label="Opening the shared conversation">
              <Skeleton height="2.25rem" width="80%" />
              <Skeleton height="1.25rem" width="60%" />
            </div>
          }
        >
          <Match when={session.state() === 'failed'}>
            <Failure heading="h1" title="Prologue could not be reached" error={session.error()} onRetry={session.retry} />
          </Match>
          <Match when={failedWith(error(), 'NOT_FOUND') || failedWith(error(), 'VALIDATION')}>
            <Notice heading="h1" alert title="This link does not work" action={<LinkButton href="/">Go to the start</LinkButton>}>
              <p>
                It may have ended, been revoked or used up, or been cut short when it was copied. Ask whoever sent it for a new
                one.
              </p>
            </Notice>
          </Match>
          <Match when={error()}>
            <Failure heading="h1" title="The link could not be opened" error={error()} onRetry={retry} />
          </Match>
          <Match when={somebody() && accepted.isSuccess && accepted.data}>
            {(joined) => <Navigate href={`/c/${joined().conversationId}`} />}
          </Match>
          <Match when={!somebody() && preview.isSuccess && preview.data}>
            {(shared) => (
              <>
                <div class={styles.opening}>
                  <h1 class={styles.title} dir="auto">
                    {shared().title}
                  </h1>
                  <p class={styles.lead}>
                    {shared().sharedBy} invites you to {invitations[shared().role]}.
                  </p>
                </div>
                <GuestForm token={params.token} onEnter={enter} />
                <div class={styles.ways}>
                  <p class={styles.other}>Or come in as yourself, and find it again among your conversations:</p>
                  <LinkButton href={withNext('/login', here())}>Sign in to join</LinkButton>
                  <LinkButton href={withNext('/signup', here())}>Create account to join</LinkButton>
                </div>
              </>
            )}
          </Match>
        </Switch>
      </main>
    </div>
  )
}
