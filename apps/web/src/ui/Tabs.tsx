import { For, Show } from 'solid-js'
import styles from './Tabs.module.css'

/** Shows one of several panels; the panel of `value` is to have the id `panel-value`. Arrow keys go from tab to tab. */
export function Tabs<T extends string>(props: {
  label: string
  value: T
  /** A count stands behind the word where there is something to count. */
  tabs: readonly { value: T; label: string; count?: number | undefined }[]
  onChoose: (value: T) => void
}) {
  const press = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const at = props.tabs.findIndex((tab) => tab.value === props.value)
    const next = props.tabs[(at + step + props.tabs.length) % props.tabs.length]
    if (!next) return
    event.preventDefault()
    props.onChoose(next.value)
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next.value}`)?.focus()
  }
  return (
    <div class={styles.tabs} role="tablist" aria-label={props.label} onKeyDown={press}>
      <For each={props.tabs}>
        {(tab) => (
          <button
            type="button"
            role="tab"
            id={`tab-${tab.value}`}
            class={styles.tab}
            aria-selected={props.value === tab.value}
            aria-controls={`panel-${tab.value}`}
            tabindex={props.value === tab.value ? 0 : -1}
            onClick={() => props.onChoose(tab.value)}
          >
            {tab.label}
            <Show when={tab.count}>
              {' '}
              <span class={styles.count}>{tab.count}</span>
            </Show>
          </button>
        )}
      </For>
    </div>
  )
}
