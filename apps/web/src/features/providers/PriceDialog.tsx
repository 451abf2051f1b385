import { limits } from '@prologue/contracts'
import { createSignal, For, untrack } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import styles from './PriceDialog.module.css'
import { emptyPrice, knownOf, priceFieldsOf, priceFormSchema, type PriceFields, type SaveModelPrice } from './priceFields.ts'
import type { PriceRow } from './priceRows.ts'

/** What a model costs and reads, set in place of what the program knows. */
export function PriceDialog(props: {
  /** Null: of a model that is in no row; undefined: the dialog is closed. */
  row: PriceRow | null | undefined
  /** Names of the providers that can be chosen. */
  providers: readonly string[]
  onSave: (input: SaveModelPrice) => Promise<unknown>
  onClose: () => void
}) {
  return (
    <Dialog
      open={props.row !== undefined}
      onOpenChange={(open) => !open && props.onClose()}
      title={props.row ? `Price of ${props.row.model}` : 'Set a price'}
      description="What you leave empty counts as the program knows it. It holds from now on: what was spent before stays as it was counted."
    >
      <PriceForm row={props.row ?? null} providers={props.providers} onSave={(input) => props.onSave(input)} />
    </Dialog>
  )
}

function PriceForm(props: {
  row: PriceRow | null
  providers: readonly string[]
  onSave: (input: SaveModelPrice) => Promise<unknown>
}) {
  const row = untrack(() => props.row)
  const [fields, setFields] = createSignal<PriceFields>(row ? priceFieldsOf(row) : emptyPrice)
  const change = (some: Partial<PriceFields>) => setFields((before) => ({ ...before, ...some }))
  const known = knownOf(row)
  const form = createForm({ schema: priceFormSchema(row?.set), values: fields, send: (input) => props.onSave(input) })
  const names = () => [...new Set([...props.providers, fields().provider])].filter((name) => name !== '')
  const field = (name: 'input' | 'cachedInput' | 'output' | 'contextTokens', label: string) => (
    <TextField
      label={label}
      placeholder={known[name]}
      inputmode={name === 'contextTokens' ? 'numeric' : 'decimal'}
      autocomplete="off"
      dir="ltr"
      value={fields()[name]}
      error={form.wrong(name)}
      onInput={(event) => change({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <Form
      form={form}
      buttons={
        <Button type="submit" variant="primary" busy={form.busy()}>
          Set the price
        </Button>
      }
    >
      <TextField
        label="Model"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        maxlength={limits.model}
        value={fields().model}
        error={form.wrong('model')}
        onInput={(event) => change({ model: event.currentTarget.value })}
      />
      <SelectField
        label="Offered by"
        value={fields().provider}
        onChange={(event) => change({ provider: event.currentTarget.value })}
      >
        <option value="">Whichever provider</option>
        <For each={names()}>{(name) => <option value={name}>{name}</option>}</For>
      </SelectField>
      <div class={styles.pair}>
        {field('input', 'Dollars per million read')}
        {field('cachedInput', 'Read from a cache')}
        {field('output', 'Written')}
        {field('contextTokens', 'Tokens at once')}
      </div>
    </Form>
  )
}
