import { inviteAccountSchema } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { useSession } from '../../identity/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { EmailField } from '../../ui/EmailField.tsx'
import { Form } from '../../ui/Form.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { createInvitationCalls } from './invitations.ts'

export function InviteForm() {
  const session = useSession()
  const calls = createInvitationCalls()
  const say = useToasts()
  const [email, setEmail] = createSignal('')
  const form = createForm({
    schema: inviteAccountSchema,
    values: () => ({ email: email() }),
    send: async (input) => {
      await calls.invite(input.email)
      setEmail('')
      say(session.mail() ? `A mail to ${input.email} is on its way.` : `The mail to ${input.email} is on the page Mail.`)
    },
  })
  return (
    <Form
      form={form}
      unfocused
      label="Invite somebody"
      buttons={
        <Button type="submit" busy={form.busy()}>
          Invite
        </Button>
      }
    >
      <EmailField
        label="Address of who is invited"
        hint="Any address, whatever domains open sign-up is for."
        autocomplete="email"
        value={email()}
        error={form.wrong('email')}
        onInput={setEmail}
      />
    </Form>
  )
}
