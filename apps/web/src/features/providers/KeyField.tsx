import { createEffect, createUniqueId, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { PasswordField } from '../../ui/PasswordField.tsx'
import styles from './KeyField.module.css'
import type { ProviderFields } from './providerFields.ts'

/** The key of a provider. One that is kept is never shown: it stays, is replaced, or is taken away. */
export function KeyField(props: {
  fields: ProviderFields
  /** One is kept on the server. */
  hasKey: boolean
  hint: string
  error: string | undefined
  onChange: (fields: Pick<ProviderFields, 'keyWay' | 'key'>) => void
}) {
  const id = createUniqueId()
  let place: HTMLDivElement | undefined
  // What was pressed is gone, and the focus goes on to what came in its place.
  createEffect((before: ProviderFields['keyWay'] | undefined) => {
    const way = props.fields.keyWay
    if (before !== undefined && before !== way) place?.querySelector<HTMLElement>('input, button')?.focus()
    return way
  })
  const go = (keyWay: ProviderFields['keyWay']) => props.onChange({ keyWay, key: '' })
  return (
    <div ref={(element) => (place = element)}>
      <Show
        when={props.fields.keyWay === 'set'}
        fallback={
          <div class={styles.kept} role="group" aria-labelledby={id}>
            <p class={styles.name} id={id}>
              Key
            </p>
            <div class={styles.state}>
              <Show
                when={props.fields.keyWay === 'keep'}
                fallback={
                  <>
                    <p class={styles.words}>It is taken away when you save.</p>
                    <Button size="small" onClick={() => go('keep')}>
                      Keep it
                    </Button>
                  </>
                }
              >
                <p class={styles.words}>One is kept, and not shown.</p>
                <Button size="small" onClick={() => go('set')}>
                  Replace
                </Button>
                <Button size="small" variant="danger" onClick={() => go('remove')}>
                  Take away
                </Button>
              </Show>
            </div>
          </div>
        }
      >
        <PasswordField
          label={props.hasKey ? 'New key' : 'Key'}
          autocomplete="off"
          hint={`${props.hint} It is kept encrypted and never shown again.`}
          error={props.error}
          value={props.fields.key}
          onInput={(event) => props.onChange({ keyWay: 'set', key: event.currentTarget.value })}
        />
        <Show when={props.hasKey}>
          <Button variant="plain" size="small" onClick={() => go('keep')}>
            Keep the one there is
          </Button>
        </Show>
      </Show>
    </div>
  )
}
