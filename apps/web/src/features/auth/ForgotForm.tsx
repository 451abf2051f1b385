import { limits, requestPasswordResetSchema } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { TextField } from '../../ui/Field.tsx'
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
      <TextField
        label="E-mail"
        type="email"
        autocomplete="username"
        inputmode="email"
        maxlength={limits.email}
        value={email()}
        error={form.wrong('email')}
        onInput={(event) => setEmail(event.currentTarget.value)}
      />
    </Form>
  )
}
