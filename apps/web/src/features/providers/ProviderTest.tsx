import type { Provider, ProviderTest as Result } from '@prologue/contracts'
import { createEffect, createSignal, Show } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { PlainSelect } from '../../ui/PlainSelect.tsx'
import styles from './ProviderTest.module.css'
import { testWords } from './testWords.ts'

/** Asks a model of a provider for a word, and says what came of it. */
export function ProviderTest(props: { provider: Provider; onTest: (model: string) => Promise<Result> }) {
  const [chosen, setChosen] = createSignal<string>()
  const [result, setResult] = createSignal<Result>()
  const act = createAct()
  // One that is offered no longer gives way to the first.
  const model = () => props.provider.models.find((one) => one === chosen()) ?? props.provider.models[0] ?? ''
  // What was said of another model, or before a change, is not said of this one.
  createEffect(() => {
    void [model(), props.provider.baseUrl, props.provider.kind, props.provider.hasKey]
    setResult(undefined)
  })
  const ask = async () => {
    setResult(undefined)
    setResult(await props.onTest(model()))
  }
  return (
    <div class={styles.test}>
      <Button
        size="small"
        busy={act.busy()}
        aria-label={`Test ${props.provider.name} with ${model()}`}
        onClick={() => void act.run(ask)}
      >
        Test
      </Button>
      <Show when={props.provider.models.length > 1}>
        <PlainSelect
          label={`Model to test ${props.provider.name} with`}
          value={model()}
          choices={props.provider.models.map((value) => ({ value, label: value }))}
          onChoose={setChosen}
        />
      </Show>
      <p class={styles.result} role="status" data-tone={act.failure() || result()?.ok === false ? 'bad' : 'good'}>
        <Show when={act.failure()} fallback={<Show when={result()}>{(known) => testWords(known())}</Show>}>
          {(failure) => describeFailure(failure())}
        </Show>
      </p>
    </div>
  )
}
