import { limits, providerKinds, saveProviderSchema, type Provider, type SaveProvider } from '@prologue/contracts'
import { createSignal, For, Show, untrack } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { createForm } from '../../ui/createForm.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { KeyField } from './KeyField.tsx'
import { kinds, programs } from './kinds.ts'
import styles from './ProviderDialog.module.css'
import { fieldsOf, inputOf, newFields, programOf, withKind, withProgram, type ProviderFields } from './providerFields.ts'

/** A provider that is added or changed. */
export function ProviderDialog(props: {
  /** Null: a new one; undefined: none, the dialog is closed. */
  provider: Provider | null | undefined
  onSave: (input: SaveProvider) => Promise<unknown>
  onClose: () => void
}) {
  return (
    <Dialog
      open={props.provider !== undefined}
      onOpenChange={(open) => !open && props.onClose()}
      title={props.provider ? `Change ${props.provider.name}` : 'Add a provider'}
    >
      <ProviderForm provider={props.provider ?? null} onSave={(input) => props.onSave(input)} />
    </Dialog>
  )
}

function ProviderForm(props: { provider: Provider | null; onSave: (input: SaveProvider) => Promise<unknown> }) {
  // The dialog is of what it was opened for, also while it closes.
  const provider = untrack(() => props.provider)
  const [fields, setFields] = createSignal<ProviderFields>(provider ? fieldsOf(provider) : newFields)
  const change = (some: Partial<ProviderFields>) => setFields((before) => ({ ...before, ...some }))
  const isOwn = () => fields().kind === 'openai-compatible'
  const form = createForm({
    schema: saveProviderSchema,
    values: () => inputOf(fields(), provider?.id),
    send: (input) => props.onSave(input),
  })
  return (
    <Form
      form={form}
      buttons={
        <Button type="submit" variant="primary" busy={form.busy()}>
          {provider ? 'Save' : 'Add'}
        </Button>
      }
    >
      <Choices
        legend="Who runs the models"
        value={fields().kind}
        choices={providerKinds.map((value) => ({ value, label: kinds[value].label }))}
        onChoose={(kind) => setFields((before) => withKind(before, kind))}
      />
      <Show when={isOwn()}>
        <div class={styles.programs} role="group" aria-label="Fill in what is usual of">
          <p class={styles.legend} aria-hidden="true">
            Fill in what is usual of
          </p>
          <div class={styles.row}>
            <For each={programs}>
              {(program) => (
                <Button
                  size="small"
                  aria-pressed={programOf(fields()) === program}
                  onClick={() => setFields((before) => withProgram(before, program))}
                >
                  {program.name}
                </Button>
              )}
            </For>
          </div>
        </div>
      </Show>
      <TextField
        label="Name"
        hint="As people read it where they choose a model."
        autocomplete="off"
        maxlength={limits.provider}
        value={fields().name}
        error={form.wrong('name')}
        onInput={(event) => change({ name: event.currentTarget.value })}
      />
      <TextField
        label={isOwn() ? 'Address' : 'Another address'}
        hint={
          isOwn()
            ? 'Of what it answers to as OpenAI does; it mostly ends in /v1.'
            : `Only where ${kinds[fields().kind].label} is reached by a gateway of your own.`
        }
        type="url"
        inputmode="url"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        dir="ltr"
        value={fields().baseUrl}
        error={form.wrong('baseUrl')}
        onInput={(event) => change({ baseUrl: event.currentTarget.value })}
      />
      <KeyField
        fields={fields()}
        hasKey={provider?.hasKey ?? false}
        hint={kinds[fields().kind].keyHint}
        error={form.wrong('key')}
        onChange={change}
      />
      <TextArea
        label="Models"
        hint={`One a line; the first is asked where another provider fails. ${(programOf(fields()) ?? kinds[fields().kind]).modelsHint}`}
        rows={3}
        autocapitalize="none"
        spellcheck={false}
        value={fields().models}
        error={form.wrong('models')}
        onInput={(event) => change({ models: event.currentTarget.value })}
      />
      <Checkbox label="People can choose its models" checked={fields().enabled} onChange={(enabled) => change({ enabled })} />
      <Checkbox
        label="Ask it where another fails"
        hint="Its first model then answers in place of the one that was chosen, and the answer says so."
        checked={fields().fallback}
        disabled={!fields().enabled}
        onChange={(fallback) => change({ fallback })}
      />
    </Form>
  )
}
