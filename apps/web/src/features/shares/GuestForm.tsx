import { enterSchema } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { useSession } from '../../identity/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { Form } from '../../ui/Form.tsx'
import { NameField } from '../../ui/NameField.tsx'

/** A name is all that a guest gives. Once it is known who is here, the page leads on as it does for everybody. */
export function GuestForm(props: { token: string }) {
  const session = useSession()
  const [name, setName] = createSignal('')
  const form = createForm({
    schema: enterSchema,
    values: () => ({ token: props.token, name: name() }),
    send: async (input) => {
      await api.shares.enter.mutate(input)
      await session.changed()
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
