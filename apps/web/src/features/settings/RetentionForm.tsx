import type { Settings } from '@prologue/contracts'
import { createSignal, For, untrack } from 'solid-js'
import { z } from 'zod'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { TextField } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { createSaving } from './queries.ts'
import { typedAuditDays, typedDays, typedPromptDays } from './typed.ts'

const schema = z.object({
  deletedDays: typedDays,
  idleDays: typedDays,
  noticeDays: typedDays,
  promptDays: typedPromptDays,
  auditDays: typedAuditDays,
  jobDays: typedDays,
  usageDays: typedDays,
})

const fields = [
  { name: 'deletedDays', label: 'Deleted things: days until they are gone for good', hint: 'Deleted accounts stay 30 days.' },
  {
    name: 'idleDays',
    label: 'Idle conversations: days until they are archived',
    hint: 'Nothing is lost: their people find them.',
  },
  { name: 'noticeDays', label: 'Notices: days until they are gone', hint: 'Read or not.' },
  {
    name: 'promptDays',
    label: 'Exchanges with models: days until they are gone for good',
    hint: 'Briefs and answers, in conversations that go on as well; drafts stay. Empty: as long as their conversation.',
  },
  {
    name: 'auditDays',
    label: 'The audit: days that it is kept at least',
    hint: 'It goes by whole months that are sealed. 31 at least. Empty: for ever.',
  },
  { name: 'jobDays', label: 'Jobs that ended: days on the page Jobs', hint: undefined },
  { name: 'usageDays', label: 'Use of templates: days until they become months', hint: undefined },
] as const

type Typed = Record<(typeof fields)[number]['name'], string>

/** As they stand in the fields; what is not set is an empty one. */
const typedOf = ({ deletedDays, idleDays, noticeDays, promptDays, auditDays, jobDays, usageDays }: Settings): Typed => ({
  deletedDays: `${deletedDays}`,
  idleDays: `${idleDays}`,
  noticeDays: `${noticeDays}`,
  promptDays: `${promptDays ?? ''}`,
  auditDays: `${auditDays ?? ''}`,
  jobDays: `${jobDays}`,
  usageDays: `${usageDays}`,
})

export function RetentionForm(props: { settings: Settings }) {
  const [typed, setTyped] = createSignal(untrack(() => typedOf(props.settings)))
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
