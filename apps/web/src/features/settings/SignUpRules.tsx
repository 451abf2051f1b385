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
  { value: 'closed', label: 'Closed' },
] as const

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
      <Choices legend="People make accounts for themselves" value={signUp()} choices={modes} onChoose={setSignUp} />
      <TextField
        label="Only addresses at these domains"
        hint="Such as example.com, with commas between them. Empty: any address."
        value={mailDomains()}
        error={form.wrong('mailDomains')}
        onInput={(event) => setMailDomains(event.currentTarget.value)}
      />
    </Form>
  )
}
