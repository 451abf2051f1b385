import type { OutboxMail } from '@prologue/contracts'
import { useQuery } from '@tanstack/solid-query'
import { For } from 'solid-js'
import { api } from '../../api.ts'
import { createFailure } from '../../ui/createFailure.ts'
import { ListFrame } from '../../ui/ListFrame.tsx'
import { StateWord } from '../../ui/StateWord.tsx'
import { ago, fullTime } from '../../ui/time.ts'
import styles from './List.module.css'
import { ListSkeleton } from './ListSkeleton.tsx'
import row from './OutboxList.module.css'

const words = { waiting: 'Waiting', sent: 'Sent', failed: 'Given up' } as const
const tones = { waiting: 'busy', sent: 'good', failed: 'bad' } as const

/** What became of the mails of the last days. */
export function OutboxList() {
  const list = useQuery(() => ({
    queryKey: ['admin', 'outbox'],
    queryFn: () => api.mail.outbox.query(),
    refetchInterval: 10_000,
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
        empty="No mail was sent in the last seven days."
      >
        {(known) => (
          <ul class={styles.rows} aria-label="Mails">
            <For each={known()}>
              {(mail) => (
                <li class={row.mail}>
                  <p class={row.subject}>{mail.subject}</p>
                  <p class={row.meta}>
                    <StateWord tone={tones[mail.status]}>{words[mail.status]}</StateWord> to {mail.recipient} ·{' '}
                    <time dateTime={mail.createdAt.toISOString()} title={fullTime(mail.createdAt)}>
                      {ago(mail.createdAt)}
                    </time>
                    {becoming(mail)}
                  </p>
                </li>
              )}
            </For>
          </ul>
        )}
      </ListFrame>
    </div>
  )
}

function becoming({ status, attempts, dueAt, failure }: OutboxMail): string {
  if (status === 'sent' || failure === null) return ''
  const tried = attempts === 1 ? 'tried once' : `tried ${attempts} times`
  return ` · ${failure} ${status === 'failed' ? `It was ${tried}.` : `It was ${tried}, and is again ${fullTime(dueAt)}.`}`
}
