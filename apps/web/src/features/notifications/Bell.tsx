import BellIcon from 'lucide-solid/icons/bell'
import { createEffect, createSignal, lazy, onCleanup, Show, Suspense } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { setWaitingInTitle } from '../../ui/createTitle.ts'
import { Popover } from '../../ui/Popover.tsx'
import { unreadWords } from '../../ui/unreadWords.ts'
import styles from './Bell.module.css'
import { ListSkeleton } from './ListSkeleton.tsx'
import { createNotificationActions, createUnread } from './queries.ts'

const NotificationList = lazy(() => import('./NotificationList.tsx'))

/** What happened to the person while they looked elsewhere: a number, and the list behind it. */
export function Bell() {
  const unread = createUnread()
  const actions = createNotificationActions()
  const act = createAct()
  const [open, setOpen] = createSignal(false)
  const count = () => (unread.isPending ? 0 : (unread.data?.count ?? 0))
  const label = () => (count() > 0 ? `Notifications, ${count()} unread` : 'Notifications')
  createEffect(() => setWaitingInTitle(count()))
  onCleanup(() => setWaitingInTitle(0))

  return (
    <>
      <Popover
        label={label()}
        title="Notifications"
        open={open()}
        onOpenChange={setOpen}
        trigger={
          <span class={styles.bell}>
            <BellIcon />
            <Show when={count() > 0}>
              <span class={styles.count}>{unreadWords(count())}</span>
            </Show>
          </span>
        }
        end={
          <Show when={count() > 0}>
            <Button variant="plain" size="small" busy={act.busy()} onClick={() => void act.run(() => actions.markRead(null))}>
              Mark all as read
            </Button>
          </Show>
        }
      >
        <Suspense fallback={<ListSkeleton />}>
          <NotificationList onLeave={() => setOpen(false)} />
        </Suspense>
      </Popover>
      <span class="visually-hidden" role="status">
        {count() > 0 ? label() : ''}
      </span>
    </>
  )
}
