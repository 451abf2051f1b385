import { alertSentence, type Alert } from '@prologue/contracts'
import { useInfiniteQuery, useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { paged } from '../../paged.ts'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { createFailure } from '../../ui/createFailure.ts'
import { fullTime } from '../../ui/time.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { alertChoice } from './alertChoice.ts'
import styles from './Alerts.module.css'
import { AlertsByMail } from './AlertsByMail.tsx'
import type { ActivityChoice } from './choice.ts'

/** Looked for anew so often, in milliseconds. */
const interval = 10_000

const alertsKey = ['activity', 'alerts'] as const

/** What was too much in a short time, until an administrator says that they look after it. */
export function Alerts(props: { onShow: (choice: ActivityChoice) => void }) {
  const open = createAlerts(false, () => true)
  const [wanted, setWanted] = createSignal(false)
  const done = createAlerts(true, wanted)
  const failure = createFailure(open)
  const queryClient = useQueryClient()
  const act = createAct()
  const say = useToasts()
  const acknowledge = async ({ id }: Alert) => {
    await act.run(() => api.alerts.acknowledge.mutate({ id }))
    if (act.failure()) say(describeFailure(act.failure()), { tone: 'bad' })
    await queryClient.invalidateQueries({ queryKey: alertsKey })
  }
  return (
    <section class={styles.alerts} aria-label="Alerts">
      <AlertsByMail />
      <Show
        when={items(open)}
        fallback={<p class={styles.quiet}>{failure() ? describeFailure(failure()) : 'Looking for alerts …'}</p>}
      >
        {(known) => (
          <Show when={known().length > 0} fallback={<p class={styles.quiet}>No alert waits for anybody.</p>}>
            <ul class={styles.list} aria-label="Open alerts">
              <For each={known()}>
                {(alert) => (
                  <li class={styles.open}>
                    <Words alert={alert} />
                    <span class={styles.acts}>
                      <Button size="small" onClick={() => props.onShow(alertChoice(alert))}>
                        Show
                      </Button>
                      <Button size="small" variant="primary" busy={act.busy()} onClick={() => void acknowledge(alert)}>
                        Acknowledge
                      </Button>
                    </span>
                  </li>
                )}
              </For>
            </ul>
            <More list={open} />
          </Show>
        )}
      </Show>
      <details class={styles.done} onToggle={(event) => setWanted(event.currentTarget.open)}>
        <summary>Acknowledged alerts</summary>
        <Show when={items(done)} fallback={<p class={styles.quiet}>Reading them …</p>}>
          {(known) => (
            <Show when={known().length > 0} fallback={<p class={styles.quiet}>There are none.</p>}>
              <ul class={styles.list} aria-label="Acknowledged alerts">
                <For each={known()}>
                  {(alert) => (
                    <li class={styles.past}>
                      <Words alert={alert} />
                      <Button variant="plain" size="small" onClick={() => props.onShow(alertChoice(alert))}>
                        Show
                      </Button>
                    </li>
                  )}
                </For>
              </ul>
              <More list={done} />
            </Show>
          )}
        </Show>
      </details>
    </section>
  )
}

type AlertList = ReturnType<typeof createAlerts>

function createAlerts(acknowledged: boolean, wanted: () => boolean) {
  return useInfiniteQuery(() => ({
    queryKey: [...alertsKey, acknowledged],
    ...paged((from) => api.alerts.list.query({ acknowledged, ...from })),
    refetchInterval: interval,
    enabled: wanted(),
    reconcile: 'id',
  }))
}

const items = (list: AlertList) => (list.isPending ? undefined : list.data?.pages.flatMap((page) => page.items))

function More(props: { list: AlertList }) {
  return (
    <Show when={props.list.hasNextPage}>
      <Button size="small" busy={props.list.isFetchingNextPage} onClick={() => void props.list.fetchNextPage()}>
        Show more
      </Button>
    </Show>
  )
}

function Words(props: { alert: Alert }) {
  return (
    <p class={styles.words}>
      <b dir="auto">{alertSentence(props.alert, props.alert.actor?.name ?? null)}</b>{' '}
      <span class={styles.meta}>
        {span(props.alert)}
        <Show when={props.alert.acknowledged}>
          {(acknowledged) => (
            <>
              {' '}
              · acknowledged by {acknowledged().by?.name ?? 'somebody who is gone'}, {fullTime(acknowledged().at)}
            </>
          )}
        </Show>
      </span>
    </p>
  )
}

function span({ firstAt, lastAt }: Alert): string {
  const [first, last] = [fullTime(firstAt), fullTime(lastAt)]
  return first === last ? first : `${first} to ${last}`
}
