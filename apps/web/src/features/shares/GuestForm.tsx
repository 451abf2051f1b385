import { enterSchema } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { Form } from '../../ui/Form.tsx'
import { NameField } from '../../ui/NameField.tsx'

/** A name is all that a guest gives. */
export function GuestForm(props: { token: string; onEnter: (joined: { conversationId: string }) => Promise<void> }) {
  const [name, setName] = createSignal('')
  const form = createForm({
    schema: enterSchema,
    values: () => ({ token: props.token, name: name() }),
    send: async (input) => {
      const { onEnter } = props
      await onEnter(await api.shares.enter.mutate(input))
    },
  })
  return (
    <Form
      form={form}
      whole
      label="Join as a guest"
      buttons={
        <Button type="submit" variant="primary" busy={form.busy()}>
          Join as a guest
        </Button>
      }
    >
      <NameField
        label="Your name"
        hint="Others see it beside what you write. Nothing else is asked."
        autocomplete="nickname"
        value={name()}
        error={form.wrong('name')}
        onInput={setName}
      />
    </Form>
  )
}
