import type { FormatId } from '@prologue/prompt-kit/formats'
import { createEffect, createSignal, For, Match, onCleanup, onMount, Show, Switch, untrack } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { downloadBlob } from '../../ui/downloadText.ts'
import { Failure } from '../../ui/Failure.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import styles from './ExportForm.module.css'
import { formatChoices, formatNames, isFormatId } from './formatNames.ts'
import { gather, lossesOf, writeFile, type Gathered } from './gather.ts'
import { countOf } from './importWords.ts'

type Loss = { loss: string; count: number }

/** Which format, what of the templates it cannot hold, and the file. */
export function ExportForm(props: { templates: readonly string[] | 'all'; name: string; onDone: () => void }) {
  const [gathered, setGathered] = createSignal<Gathered | null>(null)
  const [count, setCount] = createSignal(0)
  const [failure, setFailure] = createSignal<unknown>(null)
  const [format, setFormat] = createSignal<FormatId>('prologue')
  /** Null while they are looked for: nothing is said to be whole before that is known. */
  const [losses, setLosses] = createSignal<Loss[] | null>(null)
  const stopping = new AbortController()
  onCleanup(() => stopping.abort())

  const read = () => {
    setFailure(null)
    gather(props.templates, stopping.signal, setCount).then(setGathered, setFailure)
  }
  onMount(read)

  const judge = async (id: FormatId, templates: Gathered['templates']) => {
    setLosses(null)
    const found = await lossesOf(id, templates)
    // Somebody may have chosen another meanwhile.
    if (untrack(format) === id) setLosses(found)
  }
  createEffect(() => {
    const found = gathered()
    if (found) void judge(format(), found.templates)
  })

  const isMany = () => (gathered()?.templates.length ?? 0) > 1
  const choices = () =>
    formatChoices.filter(({ value }) => formatNames[value].writes && (!isMany() || formatNames[value].holdsMany))
  const download = async () => {
    const { templates = [] } = gathered() ?? {}
    const name = format() === 'skill' ? 'SKILL' : props.name
    downloadBlob(`${name}${formatNames[format()].extension}`, await writeFile(format(), templates))
    props.onDone()
  }

  return (
    <Switch
      fallback={
        <p class={styles.reading} role="status">
          <Spinner />
          {count() === 0 ? 'Reading the templates' : `${countOf(count(), 'template', 'templates')} read`}
        </p>
      }
    >
      <Match when={failure()}>
        {(error) => <Failure title="The templates could not be read" error={error()} onRetry={read} />}
      </Match>
      <Match when={gathered()?.templates.length === 0}>
        <p>There is nothing to export yet: what is not published has no version.</p>
      </Match>
      <Match when={gathered()}>
        {(found) => (
          <div class={styles.form}>
            <SelectField
              label="Format"
              value={format()}
              hint={isMany() ? 'Formats that hold one template in a file are for one template.' : undefined}
              onChange={(event) => {
                const id = event.currentTarget.value
                if (isFormatId(id)) setFormat(id)
              }}
            >
              <For each={choices()}>{(choice) => <option value={choice.value}>{choice.label}</option>}</For>
            </SelectField>
            <div role="status">
              <Show when={losses()}>
                {(known) => (
                  <Show
                    when={known().length > 0 || found().notes.length > 0}
                    fallback={
                      <p class={styles.whole}>
                        The file holds all there is of {countOf(found().templates.length, 'template', 'templates')}.
                      </p>
                    }
                  >
                    <p>What the file does not hold:</p>
                    <ul class={styles.losses}>
                      <For each={found().notes}>{(note) => <li>{note}</li>}</For>
                      <For each={known()}>
                        {({ loss, count }) => (
                          <li>
                            {loss}
                            <Show when={isMany()}>
                              <span class={styles.count}> {countOf(count, 'template', 'templates')}</span>
                            </Show>
                          </li>
                        )}
                      </For>
                    </ul>
                  </Show>
                )}
              </Show>
            </div>
            <div>
              <Button variant="primary" onClick={() => void download()}>
                Download {countOf(found().templates.length, 'template', 'templates')}
              </Button>
            </div>
          </div>
        )}
      </Match>
    </Switch>
  )
}
