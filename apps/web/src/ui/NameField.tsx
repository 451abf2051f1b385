import { limits } from '@prologue/contracts'
import { TextField } from './Field.tsx'

/** By what name others see somebody. */
export function NameField(props: {
  label: string
  /** In place of what is said of the name of an account. */
  hint?: string
  /** What a browser offers: the name that is kept, or one for the moment. */
  autocomplete: 'name' | 'nickname'
  value: string
  error: string | undefined
  onInput: (value: string) => void
}) {
  return (
    <TextField
      label={props.label}
      hint={props.hint ?? 'What others see beside your cursor.'}
      autocomplete={props.autocomplete}
      maxlength={limits.name}
      value={props.value}
      error={props.error}
      onInput={(event) => props.onInput(event.currentTarget.value)}
    />
  )
}
