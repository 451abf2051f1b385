import Check from 'lucide-solid/icons/check'
import Copy from 'lucide-solid/icons/copy'
import { createSignal, onCleanup, Show } from 'solid-js'
import { Button, type ButtonProps } from './Button.tsx'
import { copyText } from './copyText.ts'
import { useToasts } from './Toasts.tsx'

export function CopyButton(props: {
  text: () => string
  label?: string
  variant?: ButtonProps['variant']
  size?: ButtonProps['size']
  /** Its word is its name alone: it stands among other marks. */
  bare?: boolean
}) {
  const say = useToasts()
  const [copied, setCopied] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))

  const copy = async () => {
    if (!(await copyText(props.text()))) {
      say('The browser did not allow copying. Select the text and copy it by hand.', { tone: 'bad' })
      return
    }
    setCopied(true)
    clearTimeout(timer)
    timer = setTimeout(() => setCopied(false), 1600)
  }
  const word = () => props.label ?? 'Copy'
  return (
    <Button
      variant={props.variant ?? 'plain'}
      size={props.size ?? 'small'}
      aria-label={props.bare ? word() : undefined}
      title={props.bare ? word() : undefined}
      onClick={() => void copy()}
    >
      <Show when={copied()} fallback={<Copy />}>
        <Check />
      </Show>
      {props.bare ? null : word()}
      <span class="visually-hidden" role="status">
        {copied() ? 'Copied' : ''}
      </span>
    </Button>
  )
}
