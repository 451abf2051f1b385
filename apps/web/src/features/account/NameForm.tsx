import { renameAccountSchema } from '@prologue/contracts'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { ownAccountKey } from '../../identity/ownAccount.ts'
import { meKey } from '../../identity/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { Form } from '../../ui/Form.tsx'
import { NameField } from '../../ui/NameField.tsx'

export function NameForm(props: { name: string; onDone: () => void }) {
  const queryClient = useQueryClient()
  const [name, setName] = createSignal(untrack(() => props.name))
  const form = createForm({
    schema: renameAccountSchema,
    values: () => ({ name: name() }),
    send: async (input) => {
      await api.account.rename.mutate(input)
      await Promise.all([ownAccountKey, meKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
      props.onDone()
    },
  })
  return (
    <Form
      form={form}
      label="Change your name"
      buttons={
        <Button type="submit" variant="primary" busy={form.busy()}>
          Save
        </Button>
      }
    >
      <NameField label="New name" autocomplete="name" value={name()} error={form.wrong('name')} onInput={setName} />
    </Form>
  )
}
