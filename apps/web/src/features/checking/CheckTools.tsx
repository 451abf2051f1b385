import ListChecks from 'lucide-solid/icons/list-checks'
import { Show } from 'solid-js'
import { severityCounts } from '../../editor/findings/findingPlaces.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './CheckTools.module.css'
import type { Checking } from './createChecking.ts'

/** The draft's button for what the checker finds, with how much that is. */
export function CheckTools(props: { checking: Checking }) {
  const count = () => props.checking.count()
  const label = () => (count() === 0 ? 'Check' : `Check, ${severityCounts(props.checking.reading()?.findings ?? [])}`)
  const hasErrors = () => props.checking.reading()?.findings.some(({ severity }) => severity === 'error') ?? false
  return (
    <Button
      variant="plain"
      size={count() > 0 ? 'small' : 'icon'}
      class={styles.count}
      data-errors={hasErrors() ? '' : undefined}
      aria-label={label()}
      title={label()}
      aria-pressed={props.checking.shown()}
      onClick={() => (props.checking.shown() ? props.checking.close() : props.checking.show())}
    >
      <ListChecks />
      <Show when={count() > 0}>{count()}</Show>
    </Button>
  )
}
