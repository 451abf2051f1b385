import { settingsSchema, type Settings } from '@prologue/contracts'
import { createSignal, untrack } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { createForm } from '../../ui/createForm.ts'
import { TextField } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { createSaving } from './queries.ts'
import { typedDomains } from './typed.ts'

const modes = [
  { value: 'open', label: 'Open' },
  { value: 'invitation', label: 'By invitation' },
  { value: 'closed', label: 'Closed' },
] as const

const words: Record<Settings['signUp'], string> = {
  open: 'Everybody makes an account, and administrators invite people, too.',
  invitation: 'An account begins with an invitation, which administrators send from the page People.',
  closed: 'Nobody makes an account, not with an invitation either. Those that wait count again once it is opened.',
}

export function SignUpRules(props: { settings: Settings }) {
  const [signUp, setSignUp] = createSignal(untrack(() => props.settings.signUp))
  const [mailDomains, setMailDomains] = createSignal(untrack(() => props.settings.mailDomains.join(', ')))
  const form = createForm({
    schema: settingsSchema.pick({ signUp: true }).extend({ mailDomains: typedDomains }),
    values: () => ({ signUp: signUp(), mailDomains: mailDomains() }),
    send: createSaving(),
  })
  return (
    <Form
      form={form}
      unfocused
      label="Sign-up"
      buttons={
        <Button type="submit" busy={form.busy()}>
          Save who signs up
        </Button>
      }
    >
      <Choices legend="Who makes an account" note={words[signUp()]} value={signUp()} choices={modes} onChoose={setSignUp} />
      <TextField
        label="Only addresses at these domains"
        hint="Such as example.com, with commas between them. Empty: any address. Only for open sign-up: an invitation is good for any address."
        value={mailDomains()}
        error={form.wrong('mailDomains')}
        onInput={(event) => setMailDomains(event.currentTarget.value)}
      />
    </Form>
  )
}
