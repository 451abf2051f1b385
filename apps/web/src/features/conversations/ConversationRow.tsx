import { A } from '@solidjs/router'
import type { ConversationSummary } from '@prologue/contracts'
import { Show } from 'solid-js'
import { ago, fullTime } from '../../ui/time.ts'
import { unreadWords } from '../../ui/unreadWords.ts'
import { ConversationMenu } from './ConversationMenu.tsx'
import styles from './ConversationRow.module.css'
import { roleMeta } from './roleMeta.ts'

export function ConversationRow(props: {
  conversation: ConversationSummary
  onOpen?: (() => void) | undefined
  onAct?: (() => void) | undefined
}) {
  const unread = () => props.conversation.unread
  return (
    <li class={styles.row} data-conversation={props.conversation.id}>
      <A
        href={`/c/${props.conversation.id}`}
        class={styles.link}
        activeClass={styles.active ?? ''}
        data-unread={unread() > 0 ? '' : undefined}
        onClick={() => props.onOpen?.()}
      >
        <span class={styles.title} dir="auto">
          {props.conversation.title}
        </span>
        <span class={styles.meta}>
          <time dateTime={props.conversation.lastActivityAt.toISOString()} title={fullTime(props.conversation.lastActivityAt)}>
            {ago(props.conversation.lastActivityAt)}
          </time>
          <Show when={roleMeta[props.conversation.role]}>{(meta) => <> · {meta()}</>}</Show>
        </span>
        <Show when={unread() > 0}>
          <span class={styles.unread}>
            {unreadWords(unread())}
            <span class="visually-hidden"> unread</span>
          </span>
        </Show>
      </A>
      <ConversationMenu conversation={props.conversation} class={styles.act} onAct={props.onAct} />
    </li>
  )
}
