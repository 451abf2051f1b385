import { useQuery } from '@tanstack/solid-query'
import { For } from 'solid-js'
import { api } from '../../api.ts'
import { useConfirmed } from '../../identity/confirm.tsx'
import { createFailure } from '../../ui/createFailure.ts'
import { ListFrame } from '../../ui/ListFrame.tsx'
import styles from './List.module.css'
import { ListSkeleton } from './ListSkeleton.tsx'
import { MailRow } from './MailRow.tsx'

/** What this server would have mailed, newest first. Read again by itself: who waits for a link waits beside the administrator. */
export function MailList() {
  const confirmed = useConfirmed()
  const list = useQuery(() => ({
    queryKey: ['admin', 'mail'],
    queryFn: () => confirmed(() => api.mail.list.query()),
    // Who closed the dialog is not asked again until they want to be.
    refetchInterval: ({ state }) => (state.status === 'error' ? false : 10_000),
    // A mail that is being read stays open when the list is read again.
    reconcile: 'id',
  }))
  const failure = createFailure(list)
  const mails = () => (list.isPending ? undefined : list.data)
  return (
    <div class={styles.list}>
      <ListFrame
        noun="mails"
        items={mails()}
        failure={failure()}
        onRetry={() => void list.refetch()}
        waiting={<ListSkeleton label="Reading the mails" />}
        empty="No mail is kept. What would go out while this server runs is kept here: the last hundred, until it restarts."
      >
        {(known) => (
          <ul class={styles.rows} aria-label="Mails">
            <For each={known()}>{(mail) => <MailRow mail={mail} />}</For>
          </ul>
        )}
      </ListFrame>
    </div>
  )
}
