import type { Finding } from '@prologue/prompt-kit'
import CircleAlert from 'lucide-solid/icons/circle-alert'
import Info from 'lucide-solid/icons/info'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { For, Match, Show, Switch } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { placeWords, severityWords } from './findingPlaces.ts'
import styles from './FindingList.module.css'

/** `onGo` leads to the place; without `onFix` nothing is mended from here. */
export function FindingList(props: {
  findings: readonly Finding[]
  text: string
  onGo: (finding: Finding) => void
  onFix?: (finding: Finding) => void
}) {
  return (
    <ul class={styles.list}>
      <For each={props.findings}>
        {(finding) => (
          <li class={styles.item} data-severity={finding.severity}>
            <Switch fallback={<Info size={16} class={styles.icon ?? ''} />}>
              <Match when={finding.severity === 'error'}>
                <CircleAlert size={16} class={styles.icon ?? ''} />
              </Match>
              <Match when={finding.severity === 'warning'}>
                <TriangleAlert size={16} class={styles.icon ?? ''} />
              </Match>
            </Switch>
            <div class={styles.body}>
              <button type="button" class={styles.go} onClick={() => props.onGo(finding)}>
                <span class="visually-hidden">{severityWords[finding.severity]}: </span>
                <span class={styles.message}>{finding.message}</span>
                <span class={styles.place}>{placeWords(props.text, finding) ?? 'In the variables'}</span>
              </button>
              <p class={styles.why}>{finding.why}</p>
              <Show when={props.onFix && finding.fix}>
                {(fix) => (
                  <Button size="small" class={styles.fix} title={fix().title} onClick={() => props.onFix?.(finding)}>
                    {fix().title}
                  </Button>
                )}
              </Show>
            </div>
          </li>
        )}
      </For>
    </ul>
  )
}
