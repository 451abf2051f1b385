import Download from 'lucide-solid/icons/download'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { downloadBlob } from '../../ui/downloadText.ts'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { activityFiles, type ActivityFile } from './activityFile.ts'
import styles from './ActivityFeed.module.css'
import type { ActivityChoice } from './choice.ts'
import { gatherActivity } from './gatherActivity.ts'

const kinds: readonly ActivityFile[] = ['csv', 'jsonl']

/** Takes away all that passes the filters, and no more. */
export function ActivityExport(props: { choice: ActivityChoice }) {
  const say = useToasts()
  const [count, setCount] = createSignal<number>()
  let stopping: AbortController | undefined
  onCleanup(() => stopping?.abort())

  const take = async (kind: ActivityFile) => {
    const { signal } = (stopping = new AbortController())
    setCount(0)
    try {
      const blob = await gatherActivity(props.choice, kind, { signal, onCount: setCount })
      downloadBlob(`activity.${activityFiles[kind].extension}`, blob)
      say(`${words(count() ?? 0)} exported.`)
    } catch (error) {
      if (!signal.aborted) say(`The export stopped: ${describeFailure(error)}`, { tone: 'bad' })
    }
    setCount(undefined)
  }
  return (
    <Show
      when={count() === undefined}
      fallback={
        <span class={styles.exporting}>
          <span role="status">{words(count() ?? 0)} so far</span>
          <Button size="small" onClick={() => stopping?.abort()}>
            Cancel
          </Button>
        </span>
      }
    >
      <Menu
        label="Export what is shown"
        size="small"
        variant="quiet"
        trigger={
          <>
            <Download />
            Export
          </>
        }
      >
        <For each={kinds}>{(kind) => <MenuItem onSelect={() => void take(kind)}>{activityFiles[kind].label}</MenuItem>}</For>
      </Menu>
    </Show>
  )
}

const words = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'event' : 'events'}`
