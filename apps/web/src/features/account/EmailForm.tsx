import { requestEmailChangeSchema } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { useConfirmed } from '../../identity/confirm.tsx'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { EmailField } from '../../ui/EmailField.tsx'
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
      <EmailField
        label="New e-mail"
        hint="Until you open the link that goes there, the old one stays."
        autocomplete="email"
        value={email()}
        error={form.wrong('email')}
        onInput={setEmail}
      />
    </Form>
  )
}
