import { enterSchema, limits } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { TextField } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'

/** A name is all that a guest gives. */
export function GuestForm(props: { token: string; onEntered: (conversationId: string) => Promise<void> }) {
  const [name, setName] = createSignal('')
  const form = createForm({
    schema: enterSchema,
    values: () => ({ token: props.token, name: name() }),
    send: async (input) => {
      const { conversationId } = await api.shares.enter.mutate(input)
      await props.onEntered(conversationId)
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
      <TextField
        label="Your name"
        hint="Others see it beside what you write. Nothing else is asked."
        autocomplete="nickname"
        maxlength={limits.name}
        value={name()}
        error={form.wrong('name')}
        onInput={(event) => setName(event.currentTarget.value)}
      />
    </Form>
  )
}
