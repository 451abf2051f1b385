import { limits } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { TextField } from './Field.tsx'
import styles from './CodeField.module.css'

/** A code of the second factor: of the app, or, for who has it no more, one of the codes kept for that. */
export function CodeField(props: { value: string; error: string | undefined; onInput: (value: string) => void }) {
  const [recovering, setRecovering] = createSignal(false)
  let field: HTMLInputElement | undefined
  const swap = () => {
    setRecovering(!recovering())
    props.onInput('')
    field?.focus()
  }
  return (
    <div class={styles.code}>
      <TextField
        ref={(element) => (field = element)}
        label={recovering() ? 'Recovery code' : 'Code'}
        hint={recovering() ? 'One of those you kept. Each opens the account once.' : 'The six digits that your app shows now.'}
        autocomplete={recovering() ? 'off' : 'one-time-code'}
        inputmode={recovering() ? 'text' : 'numeric'}
        maxlength={limits.code}
        autocapitalize="none"
        spellcheck={false}
        dir="ltr"
        value={props.value}
        error={props.error}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <button type="button" class={styles.swap} onClick={swap}>
        {recovering() ? 'Use a code of the app' : 'Use a recovery code'}
      </button>
    </div>
  )
}
