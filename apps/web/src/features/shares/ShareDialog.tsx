import type { ShareRole } from '@prologue/contracts'
import { createSignal, For, Show } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { LiveLinks } from './LiveLinks.tsx'
import { NewLink } from './NewLink.tsx'
import { createShareActions, createShareList } from './queries.ts'
import styles from './ShareDialog.module.css'

const roles: readonly { value: ShareRole; label: string }[] = [
  { value: 'viewer', label: 'Can read' },
  { value: 'editor', label: 'Can write' },
]
const expiries = [
  { days: null, label: 'Never' },
  { days: 1, label: 'In a day' },
  { days: 7, label: 'In a week' },
  { days: 30, label: 'In 30 days' },
] as const

export function ShareDialog(props: { conversationId: string; open: boolean; onClose: () => void }) {
  const shares = createShareList(
    () => props.conversationId,
    () => props.open,
  )
  const actions = createShareActions(() => props.conversationId)
  const [role, setRole] = createSignal<ShareRole>('viewer')
  const [days, setDays] = createSignal<number | null>(null)
  const [made, setMade] = createSignal<{ id: string; url: string; role: ShareRole }>()
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<string>()

  const attempt = async (work: Promise<void>) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await work
    } catch (error) {
      setFailure(describeFailure(error))
    } finally {
      setBusy(false)
    }
  }
  const create = async () => {
    const { share, url } = await actions.create({ role: role(), expiresInDays: days() })
    setMade({ id: share.id, url, role: share.role })
  }
  const revoke = async (id: string) => {
    await actions.revoke(id)
    if (made()?.id === id) setMade(undefined)
  }
  const close = () => {
    setMade(undefined)
    setFailure(undefined)
    props.onClose()
  }

  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => !open && close()}
      title="Share this conversation"
      description="Who opens the link signs in and joins, with the role you give it."
    >
      <Show
        when={made()}
        fallback={
          <div class={styles.make}>
            <Choices legend="Who comes by it" value={role()} choices={roles} onChoose={setRole} />
            <SelectField
              label="The link ends"
              value={String(days())}
              onChange={(event) => setDays(expiries.find((one) => String(one.days) === event.currentTarget.value)?.days ?? null)}
            >
              <For each={expiries}>{(expiry) => <option value={String(expiry.days)}>{expiry.label}</option>}</For>
            </SelectField>
            <Button variant="primary" busy={busy()} onClick={() => void attempt(create())}>
              Make a link
            </Button>
          </div>
        }
      >
        {(link) => <NewLink url={link().url} role={link().role} onAnother={() => setMade(undefined)} />}
      </Show>
      <Show when={failure()}>
        <p class={styles.failure} role="alert">
          {failure()}
        </p>
      </Show>
      <LiveLinks shares={shares} onRevoke={(id) => void attempt(revoke(id))} busy={busy()} />
    </Dialog>
  )
}
