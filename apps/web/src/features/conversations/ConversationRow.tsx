import { A } from '@solidjs/router'
import type { ConversationSummary } from '@prologue/contracts'
import Archive from 'lucide-solid/icons/archive'
import ArchiveRestore from 'lucide-solid/icons/archive-restore'
import { Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { ago, fullTime } from '../../ui/time.ts'
import styles from './ConversationRow.module.css'
import type { createArchiver } from './createArchiver.ts'
import { roleMeta } from './roleMeta.ts'

export function ConversationRow(props: {
  conversation: ConversationSummary
  archiver: ReturnType<typeof createArchiver>
  onOpen?: (() => void) | undefined
}) {
  const mayArchive = () => props.conversation.role === 'owner' || props.conversation.role === 'editor'
  const archived = () => props.conversation.status === 'archived'
  return (
    <li class={styles.row}>
      <A
        href={`/c/${props.conversation.id}`}
        class={styles.link}
        activeClass={styles.active ?? ''}
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
      </A>
      <Show when={mayArchive()}>
        <Show
          when={archived()}
          fallback={
            <Button
              variant="plain"
              size="icon"
              class={styles.act}
              aria-label={`Archive ${props.conversation.title}`}
              title="Archive"
              onClick={() => void props.archiver.archive(props.conversation.id, props.conversation.title)}
            >
              <Archive />
            </Button>
          }
        >
          <Button
            variant="plain"
            size="icon"
            class={styles.act}
            aria-label={`Bring back ${props.conversation.title}`}
            title="Bring back"
            onClick={() => void props.archiver.bringBack(props.conversation.id, props.conversation.title)}
          >
            <ArchiveRestore />
          </Button>
        </Show>
      </Show>
    </li>
  )
}
