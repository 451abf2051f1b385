import Download from 'lucide-solid/icons/download'
import { For } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { downloadText } from '../../ui/downloadText.ts'
import { takeFocus } from '../../ui/takeFocus.ts'
import styles from './TwoFactor.module.css'

/** Only this answer of the server carries them: they are to be kept now. */
export function RecoveryCodes(props: { codes: readonly string[]; onDone: () => void }) {
  const text = () => `${props.codes.join('\n')}\n`
  return (
    <div class={styles.state}>
      <h3 class={styles.heading} ref={takeFocus}>
        Keep these recovery codes
      </h3>
      <p class={styles.left}>
        They are shown only this once. Each opens your account a single time when your phone is gone; older ones work no more.
      </p>
      <ol class={styles.codes} aria-label="Recovery codes">
        <For each={props.codes}>{(code) => <li class={styles.mono}>{code}</li>}</For>
      </ol>
      <div class={styles.buttons}>
        <CopyButton variant="quiet" label="Copy" text={text} />
        <Button size="small" onClick={() => downloadText('prologue-recovery-codes.txt', text())}>
          <Download />
          Download
        </Button>
        <Button variant="primary" size="small" onClick={() => props.onDone()}>
          I have kept them
        </Button>
      </div>
    </div>
  )
}
