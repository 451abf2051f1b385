import { limits, requestEmailChangeSchema } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { useConfirmed } from '../../identity/confirm.tsx'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { TextField } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'

export function EmailForm(props: { onDone: (address: string) => void }) {
  const confirmed = useConfirmed()
  const [email, setEmail] = createSignal('')
  const form = createForm({
    schema: requestEmailChangeSchema,
    values: () => ({ email: email() }),
    send: async (input) => {
      await confirmed(() => api.account.requestEmailChange.mutate(input))
      props.onDone(input.email)
    },
  })
  return (
    <Form
      form={form}
      label="Change your address"
      buttons={
        <Button type="submit" variant="primary" busy={form.busy()}>
          Send a link there
        </Button>
      }
    >
      <TextField
        label="New e-mail"
        type="email"
        hint="Until you open the link that goes there, the old one stays."
        autocomplete="email"
        inputmode="email"
        maxlength={limits.email}
        value={email()}
        error={form.wrong('email')}
        onInput={(event) => setEmail(event.currentTarget.value)}
      />
    </Form>
  )
}
