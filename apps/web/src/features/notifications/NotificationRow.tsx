import type { Notification } from '@prologue/contracts'
import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { ago, fullTime } from '../../ui/time.ts'
import styles from './NotificationList.module.css'
import { leadsTo, sentence } from './sentence.ts'

/** Whose account is gone: they have no name any more. */
const somebody = { name: '', colour: '#5b5b66' }

/** One sentence and when; the whole of it leads to what it is about. */
export function NotificationRow(props: {
  item: Notification
  busy: boolean
  onFollow: () => void
  onAccept: (shareId: string) => void
}) {
  const words = () => (
    <>
      <Avatar person={props.item.actor ?? somebody} size="small" />
      <span class={styles.words}>
        <Show when={!props.item.readAt}>
          <span class="visually-hidden">Unread: </span>
        </Show>
        {sentence(props.item)}
        <time class={styles.when} dateTime={props.item.createdAt.toISOString()} title={fullTime(props.item.createdAt)}>
          {ago(props.item.createdAt)}
        </time>
      </span>
    </>
  )
  return (
    <li class={styles.row} data-unread={props.item.readAt ? undefined : ''}>
      <Show when={leadsTo(props.item)} fallback={<div class={styles.line}>{words()}</div>}>
        {(path) => (
          <A href={path()} class={styles.line} onClick={() => props.onFollow()}>
            {words()}
          </A>
        )}
      </Show>
      <Show when={props.item.shareId}>
        {(shareId) => (
          <Button size="small" class={styles.accept} busy={props.busy} onClick={() => props.onAccept(shareId())}>
            Accept
          </Button>
        )}
      </Show>
    </li>
  )
}
