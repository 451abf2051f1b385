import { enableTwoFactorSchema, limits } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { useConfirmed } from '../../identity/confirm.tsx'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { createForm } from '../../ui/createForm.ts'
import { TextField } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { takeFocus } from '../../ui/takeFocus.ts'
import { QrCode } from './QrCode.tsx'
import styles from './TwoFactor.module.css'

/** The secret goes into an app, as a picture or by hand; a code of the app shows that it arrived. */
export function TwoFactorSetup(props: {
  setup: { secret: string; uri: string }
  onEnabled: (recoveryCodes: readonly string[]) => Promise<void>
  onCancel: () => void
}) {
  const confirmed = useConfirmed()
  const [code, setCode] = createSignal('')
  const form = createForm({
    schema: enableTwoFactorSchema,
    values: () => ({ code: code() }),
    send: async (input) => {
      const { recoveryCodes } = await confirmed(() => api.account.enableTwoFactor.mutate(input))
      await props.onEnabled(recoveryCodes)
    },
  })
  const inGroups = () => props.setup.secret.match(/.{1,4}/g)?.join(' ') ?? ''
  return (
    <div class={styles.setup}>
      <div class={styles.step}>
        <h3 class={styles.heading} ref={takeFocus}>
          1. Scan this with an authenticator app, or type the key into it.
        </h3>
        <div class={styles.secret}>
          <QrCode text={props.setup.uri} label="QR code for an authenticator app" />
          <div class={styles.key}>
            <code class={styles.mono}>{inGroups()}</code>
            <CopyButton variant="quiet" label="Copy the key" text={() => props.setup.secret} />
          </div>
        </div>
      </div>
      <div class={styles.step}>
        <h3 class={styles.heading}>2. Enter the code that the app shows.</h3>
        <Form
          unfocused
          form={form}
          label="Turn on two factors"
          buttons={
            <>
              <Button type="submit" variant="primary" busy={form.busy()}>
                Turn on
              </Button>
              <Button variant="plain" onClick={() => props.onCancel()}>
                Cancel
              </Button>
            </>
          }
        >
          <TextField
            label="Code"
            hint="Six digits; it changes every half minute. Turning it on signs out all other browsers."
            autocomplete="one-time-code"
            inputmode="numeric"
            maxlength={limits.code}
            spellcheck={false}
            dir="ltr"
            value={code()}
            error={form.wrong('code')}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </Form>
      </div>
    </div>
  )
}
