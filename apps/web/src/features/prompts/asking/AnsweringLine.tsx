import X from 'lucide-solid/icons/x'
import { Button } from '../../../ui/Button.tsx'
import styles from './AnsweringLine.module.css'

/** Above the message box: that its words answer the open question, and the way out. */
export function AnsweringLine(props: { id: string; question: string; onLeave: () => void }) {
  return (
    <div class={styles.line}>
      <span id={props.id} class={styles.words}>
        Answering: <span dir="auto">{props.question}</span>
      </span>
      <Button
        variant="plain"
        size="small"
        class={styles.leave}
        aria-label="Do not answer the question"
        title="Write something else"
        onClick={() => props.onLeave()}
      >
        <X />
      </Button>
    </div>
  )
}
