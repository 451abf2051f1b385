import type { ShareRole } from '@prologue/contracts'
import { createSignal, For, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { createAct } from '../../ui/createAct.ts'
import { SelectField } from '../../ui/Field.tsx'
import { FormFailure } from '../../ui/FormFailure.tsx'
import { givenRoles } from '../../ui/roleWords.ts'
import styles from './LinksPanel.module.css'
import { LiveLinks } from './LiveLinks.tsx'
import { NewLink } from './NewLink.tsx'
import type { ShareActions, ShareList } from './queries.ts'

const expiries = [
  { days: null, label: 'Never' },
  { days: 1, label: 'In a day' },
  { days: 7, label: 'In a week' },
  { days: 30, label: 'In 30 days' },
] as const

const uses = [
  { most: undefined, label: 'Any number' },
  { most: 1, label: 'One person' },
  { most: 5, label: '5 people' },
  { most: 20, label: '20 people' },
  { most: 100, label: '100 people' },
] as const

/** Makes links, shows each once, and takes them back. */
export function LinksPanel(props: { shares: ShareList; actions: ShareActions }) {
  const [role, setRole] = createSignal<ShareRole>('viewer')
  const [days, setDays] = createSignal<number | null>(null)
  const [most, setMost] = createSignal<number>()
  const [made, setMade] = createSignal<{ id: string; url: string; role: ShareRole }>()
  const act = createAct()

  const create = async () => {
    const limit = most()
    const { share, url } = await props.actions.create({
      role: role(),
      expiresInDays: days(),
      ...(limit !== undefined && { maxUses: limit }),
    })
    setMade({ id: share.id, url, role: share.role })
  }
  const revoke = (id: string) => {
    const { actions } = props
    void act.run(() => actions.revoke(id).then(() => setMade((before) => (before?.id === id ? undefined : before))))
  }

  return (
    <div class={styles.panel}>
      <p class={styles.about}>Whoever has the link comes in with the role you give it, signed in or as a guest with a name.</p>
      <Show
        when={made()}
        fallback={
          <div class={styles.make}>
            <Choices legend="Who comes by it" value={role()} choices={givenRoles} onChoose={setRole} />
            <SelectField
              label="The link ends"
              value={String(days())}
              onChange={(event) => setDays(expiries.find((one) => String(one.days) === event.currentTarget.value)?.days ?? null)}
            >
              <For each={expiries}>{(expiry) => <option value={String(expiry.days)}>{expiry.label}</option>}</For>
            </SelectField>
            <SelectField
              label="It lets in"
              value={String(most())}
              onChange={(event) => setMost(uses.find((one) => String(one.most) === event.currentTarget.value)?.most)}
            >
              <For each={uses}>{(use) => <option value={String(use.most)}>{use.label}</option>}</For>
            </SelectField>
            <Button variant="primary" busy={act.busy()} onClick={() => void act.run(create)}>
              Make a link
            </Button>
          </div>
        }
      >
        {(link) => <NewLink url={link().url} role={link().role} onAnother={() => setMade(undefined)} />}
      </Show>
      <Show when={act.failure()} keyed>
        {(failure) => <FormFailure error={failure} />}
      </Show>
      <LiveLinks shares={props.shares} onRevoke={revoke} busy={act.busy()} />
    </div>
  )
}
