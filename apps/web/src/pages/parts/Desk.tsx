import { useNavigate } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, lazy, onCleanup, Show } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { BriefComposer, type Brief } from '../../features/briefs/BriefComposer.tsx'
import { conversationKeys } from '../../features/conversations/queries.ts'
import { FittingTemplates } from '../../features/library/FittingTemplates.tsx'
import { RecentConversations } from '../../features/conversations/RecentConversations.tsx'
import { createOwnAccount } from '../../identity/ownAccount.ts'
import { createTitle } from '../../ui/createTitle.ts'
import { languageName } from '../../ui/languages.ts'
import styles from './Desk.module.css'

const DeskNews = lazy(() => import('./DeskNews.tsx'))

/** News of others are heard once the page has stood this long, in milliseconds: what is needed for it waits until then. */
const calmAfter = 5_000

/** Where all ways from here lead is fetched when somebody turns to one of them, not before. */
const prepare = () => void import('../ConversationPage.tsx')

/** What somebody signed in finds at the start: a place to describe the next assistant, and the last conversations. */
export function Desk(props: { personId: string }) {
  createTitle(() => undefined)
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const own = createOwnAccount(() => true)
  const language = () => languageName((own.isPending ? undefined : own.data?.preferences.language) ?? '')
  const [calm, setCalm] = createSignal(false)
  const timer = setTimeout(() => setCalm(true), calmAfter)
  onCleanup(() => clearTimeout(timer))
  const [text, setText] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<string>()
  // Kept when the brief could not be sent, so that a second try does not leave an empty conversation behind.
  let begun: string | undefined

  const start = async (brief: Brief) => {
    setBusy(true)
    setFailure(undefined)
    try {
      begun ??= (await api.conversations.create.mutate({})).id
      await api.prompts.send.mutate({ conversationId: begun, ...brief })
      void queryClient.invalidateQueries({ queryKey: conversationKeys.lists })
      navigate(`/c/${begun}`)
      return true
    } catch (error) {
      setFailure(describeFailure(error))
      return false
    } finally {
      setBusy(false)
    }
  }

  return (
    <main class={styles.desk}>
      <div class={styles.start}>
        <h1 class={styles.title}>Describe the assistant you want</h1>
        <div onFocusIn={prepare} onInput={prepare}>
          <BriefComposer
            personId={props.personId}
            language={language()}
            busy={busy()}
            failure={failure()}
            onStart={start}
            onText={setText}
          />
        </div>
        <FittingTemplates text={text()} />
      </div>
      <div onPointerOver={prepare} onFocusIn={prepare}>
        <RecentConversations />
        <Show when={calm()}>
          <DeskNews />
        </Show>
      </div>
    </main>
  )
}
