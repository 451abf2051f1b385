import { limits } from '@prologue/contracts'
import { PasswordField } from './PasswordField.tsx'

/** Where a password is chosen, with what it has to be. */
export function NewPasswordField(props: {
  label: string
  value: string
  error: string | undefined
  onInput: (value: string) => void
}) {
  return (
    <PasswordField
      label={props.label}
      hint={`At least ${limits.passwordMin} characters; 15 or more are better.`}
      autocomplete="new-password"
      value={props.value}
      error={props.error}
      onInput={(event) => props.onInput(event.currentTarget.value)}
    />
  )
}
