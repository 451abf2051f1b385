import { useNavigate } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { ById } from '../../ui/ById.tsx'
import { createAct } from '../../ui/createAct.ts'
import { createFailure } from '../../ui/createFailure.ts'
import { FormFailure } from '../../ui/FormFailure.tsx'
import { ListSkeleton } from './ListSkeleton.tsx'
import styles from './NotificationList.module.css'
import { NotificationRow } from './NotificationRow.tsx'
import { createNotificationActions, createNotificationList } from './queries.ts'

/** The newest first, the unread marked. To follow one is to have read it. */
export default function NotificationList(props: { onLeave: () => void }) {
  const list = createNotificationList()
  const failure = createFailure(list)
  const actions = createNotificationActions()
  const act = createAct()
  const navigate = useNavigate()
  const items = () => (list.isPending ? [] : (list.data?.pages.flatMap((page) => page.items) ?? []))

  // Where that fails it stays unread, which is no reason to keep somebody from what they go to.
  const read = (id: string) => void actions.markRead([id]).catch(() => {})
  const follow = (id: string) => {
    read(id)
    props.onLeave()
  }
  const accept = (id: string, shareId: string) => {
    const { onLeave } = props
    void act.run(async () => {
      const conversationId = await actions.accept(shareId)
      read(id)
      onLeave()
      navigate(`/c/${conversationId}`)
    })
  }
  return (
    <Switch fallback={<ListSkeleton />}>
      <Match when={items().length > 0}>
        <Show when={act.failure()} keyed>
          {(error) => <FormFailure error={error} />}
        </Show>
        <ul class={styles.list} aria-label="Notifications">
          <ById each={items()}>
            {(item) => (
              <NotificationRow
                item={item()}
                busy={act.busy()}
                onFollow={() => follow(item().id)}
                onAccept={(shareId) => accept(item().id, shareId)}
              />
            )}
          </ById>
        </ul>
        <Show when={list.hasNextPage}>
          <Button variant="plain" size="small" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show earlier ones
          </Button>
        </Show>
      </Match>
      <Match when={failure()}>
        <div class={styles.none}>
          <p>They could not be read. {describeFailure(failure())}</p>
          <Button size="small" onClick={() => void list.refetch()}>
            Try again
          </Button>
        </div>
      </Match>
      <Match when={list.isSuccess}>
        <div class={styles.none}>
          <p>
            Nothing yet. Here you hear when somebody invites you, mentions you in a comment, changes what you may do, or offers
            you a template.
          </p>
        </div>
      </Match>
    </Switch>
  )
}
