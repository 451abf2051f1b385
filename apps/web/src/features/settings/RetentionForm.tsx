import type { Settings } from '@prologue/contracts'
import { createSignal, For, untrack } from 'solid-js'
import { z } from 'zod'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { TextField } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { createSaving } from './queries.ts'
import { typedDays } from './typed.ts'

const schema = z.object({ deletedDays: typedDays, idleDays: typedDays, jobDays: typedDays, usageDays: typedDays })

const fields = [
  { name: 'deletedDays', label: 'Deleted things: days until they are gone for good', hint: 'Deleted accounts stay 30 days.' },
  {
    name: 'idleDays',
    label: 'Idle conversations: days until they are archived',
    hint: 'Nothing is lost: their people find them.',
  },
  { name: 'jobDays', label: 'Jobs that ended: days on the page Jobs', hint: undefined },
  { name: 'usageDays', label: 'Use of templates: days until they become months', hint: undefined },
] as const

export function RetentionForm(props: { settings: Settings }) {
  const [typed, setTyped] = createSignal(
    untrack(() => {
      const { deletedDays, idleDays, jobDays, usageDays } = props.settings
      return { deletedDays: `${deletedDays}`, idleDays: `${idleDays}`, jobDays: `${jobDays}`, usageDays: `${usageDays}` }
    }),
  )
  const form = createForm({ schema, values: typed, send: createSaving() })
  return (
    <Form
      form={form}
      unfocused
      label="How long things are kept"
      buttons={
        <Button type="submit" busy={form.busy()}>
          Save the times
        </Button>
      }
    >
      <For each={fields}>
        {({ name, label, hint }) => (
          <TextField
            label={label}
            hint={hint}
            inputMode="numeric"
            value={typed()[name]}
            error={form.wrong(name)}
            onInput={(event) => setTyped({ ...typed(), [name]: event.currentTarget.value })}
          />
        )}
      </For>
    </Form>
  )
}
