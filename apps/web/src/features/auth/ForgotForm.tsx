import { requestPasswordResetSchema } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { EmailField } from '../../ui/EmailField.tsx'
import { Form } from '../../ui/Form.tsx'

export function ForgotForm(props: { onAsked: (address: string) => void }) {
  const [email, setEmail] = createSignal('')
  const form = createForm({
    schema: requestPasswordResetSchema,
    values: () => ({ email: email() }),
    send: async (input) => {
      await api.auth.requestPasswordReset.mutate(input)
      props.onAsked(input.email)
    },
  })
  return (
    <Form
      form={form}
      whole
      buttons={
        <Button type="submit" variant="primary" busy={form.busy()}>
          Send the link
        </Button>
      }
    >
      <EmailField label="E-mail" autocomplete="username" value={email()} error={form.wrong('email')} onInput={setEmail} />
    </Form>
  )
}
