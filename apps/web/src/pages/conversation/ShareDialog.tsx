import type { Conversation, Presence } from '@prologue/contracts'
import { createSignal, Show } from 'solid-js'
import { PeoplePanel } from '../../features/people/PeoplePanel.tsx'
import { LinksPanel } from '../../features/shares/LinksPanel.tsx'
import { PendingInvitations } from '../../features/shares/PendingInvitations.tsx'
import { createShareActions, createShareList } from '../../features/shares/queries.ts'
import { useSession } from '../../identity/session.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import styles from './ShareDialog.module.css'

/** Who is in a conversation and how others come in. Everybody sees the people; who decides about them sees the rest. */
export function ShareDialog(props: {
  conversation: Conversation
  present: readonly Presence[]
  meId: string
  open: boolean
  onClose: () => void
  onChanged: () => Promise<void>
  onLeave: () => Promise<void>
}) {
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      title={props.conversation.abilities.includes('conversation:share') ? 'Share this conversation' : 'People here'}
    >
      <Panels {...props} />
    </Dialog>
  )
}

function Panels(props: Parameters<typeof ShareDialog>[0]) {
  const session = useSession()
  const id = () => props.conversation.id
  const manages = () => props.conversation.abilities.includes('conversation:manage-people')
  const shares = createShareList(id, manages)
  const actions = createShareActions(id)
  const [tab, setTab] = createSignal<'people' | 'links'>('people')
  const shown = () => (manages() ? tab() : 'people')
  const panelProps = (name: 'people' | 'links') =>
    manages()
      ? { role: 'tabpanel' as const, id: `panel-${name}`, 'aria-labelledby': `tab-${name}`, hidden: shown() !== name }
      : {}
  const changed = async () => {
    await Promise.all([props.onChanged(), manages() && actions.refresh()])
  }
  return (
    <>
      <Show when={manages()}>
        <Tabs
          label="Ways to share"
          value={tab()}
          tabs={[
            { value: 'people', label: 'People' },
            { value: 'links', label: 'Links' },
          ]}
          onChoose={setTab}
        />
      </Show>
      <div class={styles.panel} {...panelProps('people')}>
        <PeoplePanel
          conversationId={id()}
          participants={props.conversation.participants}
          present={props.present}
          meId={props.meId}
          manages={manages()}
          mail={session.mail()}
          waiting={manages() ? <PendingInvitations shares={shares} actions={actions} /> : undefined}
          onChanged={changed}
          onLeave={() => props.onLeave()}
        />
      </div>
      <Show when={manages()}>
        <div class={styles.panel} {...panelProps('links')}>
          <LinksPanel shares={shares} actions={actions} />
        </div>
      </Show>
    </>
  )
}
