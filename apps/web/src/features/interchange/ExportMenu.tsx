import Download from 'lucide-solid/icons/download'
import { createSignal, Show, type JSX } from 'solid-js'
import { Button, type ButtonProps } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ExportForm } from './ExportForm.tsx'

/** Takes templates away as a file: those of the ids, or all of one's own. What the file cannot hold is told before. */
export function ExportMenu(props: {
  templates: readonly string[] | 'all'
  /** What the file is called, without what tells its format. */
  name?: string
  size?: ButtonProps['size']
  variant?: ButtonProps['variant']
  children?: JSX.Element
}) {
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <Button size={props.size ?? 'small'} variant={props.variant ?? 'quiet'} onClick={() => setOpen(true)}>
        <Download />
        {props.children ?? 'Export'}
      </Button>
      <Dialog open={open()} onOpenChange={setOpen} title="Export">
        <Show when={open()}>
          <ExportForm templates={props.templates} name={props.name ?? 'templates'} onDone={() => setOpen(false)} />
        </Show>
      </Dialog>
    </>
  )
}
