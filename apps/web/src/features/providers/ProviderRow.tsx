import type { Provider, ProviderTest as Result } from '@prologue/contracts'
import { createEffect, createSignal, For, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { MoveButtons } from '../../ui/MoveButtons.tsx'
import styles from './ProviderRow.module.css'
import { ProviderTest } from './ProviderTest.tsx'
import { providerWords } from './providerWords.ts'

/** One provider: what it is, whether it answers, and what an administrator can change of it. */
export function ProviderRow(props: {
  provider: Provider
  /** Of those that can be put into another order. */
  first: boolean
  last: boolean
  busy: boolean
  onMove: (by: 1 | -1) => void
  onEdit: () => void
  /** Its key goes with it, so that it is pressed twice. */
  onRemove: () => void
  onTest: (model: string) => Promise<Result>
}) {
  const [asked, setAsked] = createSignal(false)
  const name = () => props.provider.name
  let acts: HTMLDivElement | undefined
  let isMoved = false
  // At an end of the list the button that brought it there is off: the focus goes on to the way back.
  createEffect(() => {
    if (!(props.first || props.last) || !isMoved) return
    isMoved = false
    const focused = document.activeElement
    if (focused === document.body || acts?.contains(focused)) acts?.querySelector<HTMLElement>('button:not(:disabled)')?.focus()
  })
  const move = (by: 1 | -1) => {
    isMoved = true
    props.onMove(by)
  }
  return (
    <li class={styles.row} classList={{ [styles.off ?? '']: !props.provider.enabled }}>
      <div class={styles.head}>
        <div class={styles.words}>
          <p class={styles.name} dir="auto">
            {name()}
          </p>
          <p class={styles.meta}>{providerWords(props.provider)}</p>
          <Show when={props.provider.fromEnvironment}>
            <p class={styles.meta}>Set in the environment of this server, and changed there.</p>
          </Show>
          <ul class={styles.models} aria-label={`Models of ${name()}`}>
            <For each={props.provider.models}>{(model) => <li class={styles.model}>{model}</li>}</For>
          </ul>
        </div>
        <Show when={!props.provider.fromEnvironment}>
          <div ref={(element) => (acts = element)} class={styles.acts}>
            <MoveButtons name={name()} first={props.first} last={props.last} class={styles.tool} onMove={move} />
            <Button size="small" aria-label={`Change ${name()}`} onClick={() => props.onEdit()}>
              Change
            </Button>
            <Button
              variant={asked() ? 'danger' : 'plain'}
              size="small"
              aria-label={`${asked() ? 'Really remove' : 'Remove'} ${name()}`}
              aria-disabled={props.busy || undefined}
              onClick={() => (asked() ? props.onRemove() : setAsked(true))}
            >
              {asked() ? 'Really remove' : 'Remove'}
            </Button>
          </div>
        </Show>
      </div>
      <ProviderTest provider={props.provider} onTest={(model) => props.onTest(model)} />
    </li>
  )
}
