import { createSignal, splitProps, type JSX } from 'solid-js'
import { TextField } from './Field.tsx'
import styles from './PasswordField.module.css'

type Props = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'type' | 'autocomplete'> & {
  label: string
  /** `new-password` lets a password manager offer one, `current-password` lets it fill in the one it has, `off` is no password of theirs. */
  autocomplete: 'new-password' | 'current-password' | 'off'
  hint?: JSX.Element
  error?: string | undefined
}

/** A password that can be looked at while it is typed. */
export function PasswordField(props: Props) {
  const [shown, setShown] = createSignal(false)
  const [own, rest] = splitProps(props, ['autocomplete'])
  return (
    <TextField
      {...rest}
      type={shown() ? 'text' : 'password'}
      autocomplete={own.autocomplete}
      autocapitalize="none"
      spellcheck={false}
      dir="ltr"
      end={
        // Named without the word that names the field: who looks for the field is to find one thing.
        <button type="button" class={styles.look} aria-pressed={shown()} onClick={() => setShown(!shown())}>
          Show
        </button>
      }
    />
  )
}
