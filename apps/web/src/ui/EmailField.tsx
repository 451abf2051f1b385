import { limits } from '@prologue/contracts'
import { TextField } from './Field.tsx'

export function EmailField(props: {
  label: string
  hint?: string
  /** `username` where one signs in with it: so a password manager keeps it beside the password. */
  autocomplete: 'username' | 'email'
  /** It is known whose it is, so that nobody changes it here. */
  fixed?: boolean
  value: string
  error: string | undefined
  onInput: (value: string) => void
}) {
  return (
    <TextField
      label={props.label}
      hint={props.hint}
      type="email"
      autocomplete={props.autocomplete}
      inputmode="email"
      maxlength={limits.email}
      readOnly={props.fixed ?? false}
      value={props.value}
      error={props.error}
      onInput={(event) => props.onInput(event.currentTarget.value)}
    />
  )
}
