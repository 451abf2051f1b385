import { createSignal } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { TagsField } from '../../ui/TagsField.tsx'
import { countWords } from './countWords.ts'
import styles from './TagDialog.module.css'

/** Gives tags to several templates, and takes tags from them. */
export function TagDialog(props: {
  open: boolean
  count: number
  known: readonly string[]
  onClose: () => void
  /** Says whether it went well. */
  onTag: (tags: { add: readonly string[]; remove: readonly string[] }) => Promise<boolean>
}) {
  const [add, setAdd] = createSignal<readonly string[]>([])
  const [remove, setRemove] = createSignal<readonly string[]>([])
  const act = createAct()
  const isEmpty = () => add().length + remove().length === 0

  const close = () => {
    setAdd([])
    setRemove([])
    props.onClose()
  }
  const change = async () => {
    if (await props.onTag({ add: add(), remove: remove() })) close()
  }
  const send = (event: Event) => {
    event.preventDefault()
    if (isEmpty()) return
    void act.run(change)
  }

  return (
    <Dialog open={props.open} onOpenChange={(open) => !open && close()} title={`Tags of ${countWords(props.count)}`}>
      <form class={styles.form} onSubmit={send}>
        <TagsField
          label="Add"
          value={add()}
          known={props.known}
          onChange={(tags) => {
            setAdd(tags)
            setRemove(remove().filter((tag) => !tags.includes(tag)))
          }}
        />
        <TagsField
          label="Remove"
          hint="Where a template has it not, nothing happens."
          value={remove()}
          known={props.known}
          onChange={(tags) => {
            setRemove(tags)
            setAdd(add().filter((tag) => !tags.includes(tag)))
          }}
        />
        <div class={styles.acts}>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" variant="primary" busy={act.busy()} disabled={isEmpty()}>
            Change the tags
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
