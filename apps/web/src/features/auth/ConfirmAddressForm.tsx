import { verifyEmailSchema } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { Form } from '../../ui/Form.tsx'
import { PasswordField } from '../../ui/PasswordField.tsx'

/** The link shows whose the address is, the password whose the account: somebody else may have signed up with the address. */
export function ConfirmAddressForm(props: {
  token: string
  redeem: (input: { token: string; password: string }) => Promise<void>
}) {
  const [password, setPassword] = createSignal('')
  const form = createForm({
    schema: verifyEmailSchema,
    values: () => ({ token: props.token, password: password() }),
    send: (input) => props.redeem(input),
  })
  return (
    <Form
      form={form}
      whole
      buttons={
        <Button type="submit" variant="primary" busy={form.busy()}>
          Confirm the address
        </Button>
      }
    >
      <PasswordField
        label="Password"
        hint="The one you signed up with."
        autocomplete="current-password"
        value={password()}
        error={form.wrong('password') ?? form.wrong('token')}
        onInput={(event) => setPassword(event.currentTarget.value)}
      />
    </Form>
  )
}
