import type { OwnAccount } from '@prologue/contracts'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { api } from '../../api.ts'
import { useConfirmed } from '../../identity/confirm.tsx'
import { ownAccountKey } from '../../identity/ownAccount.ts'
import { createAct } from '../../ui/createAct.ts'
import { FormFailure } from '../../ui/FormFailure.tsx'
import { keepFocus } from '../../ui/keepFocus.ts'
import { Section } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { sessionsKey } from './sessionList.ts'
import { TwoFactorSetup } from './TwoFactorSetup.tsx'
import { TwoFactorOff, TwoFactorOn } from './TwoFactorState.tsx'

/** A code of one's own phone beside the password: off, being set up, its recovery codes shown once, on. */
export function TwoFactorSection(props: { account: OwnAccount | undefined }) {
  const queryClient = useQueryClient()
  const confirmed = useConfirmed()
  const act = createAct()
  const [setup, setSetup] = createSignal<{ secret: string; uri: string }>()
  const [codes, setCodes] = createSignal<readonly string[]>()

  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: sessionsKey })
    return queryClient.invalidateQueries({ queryKey: ownAccountKey })
  }
  const begin = async () => void setSetup(await confirmed(() => api.account.beginTwoFactor.mutate()))
  const enabled = async (recoveryCodes: readonly string[]) => {
    setCodes(recoveryCodes)
    setSetup(undefined)
    await refresh()
  }
  const renew = async () => {
    const { recoveryCodes } = await confirmed(() => api.account.renewRecoveryCodes.mutate())
    setCodes(recoveryCodes)
    await refresh()
  }
  const disable = async () => {
    await confirmed(() => api.account.disableTwoFactor.mutate())
    await refresh()
  }

  return (
    <Section
      ref={keepFocus}
      title="Two factors"
      lead="Beside your password, signing in then asks for a code that an app on your phone shows."
    >
      <Switch fallback={<Skeleton width="16rem" height="2.25rem" />}>
        <Match when={codes()}>{(shown) => <RecoveryCodes codes={shown()} onDone={() => setCodes(undefined)} />}</Match>
        <Match when={setup()}>
          {(begun) => <TwoFactorSetup setup={begun()} onEnabled={enabled} onCancel={() => setSetup(undefined)} />}
        </Match>
        <Match when={props.account?.twoFactor.enabled && props.account.twoFactor}>
          {(state) => (
            <TwoFactorOn
              codesLeft={state().recoveryCodesLeft}
              busy={act.busy()}
              onRenew={() => void act.run(renew)}
              onDisable={() => void act.run(disable)}
            />
          )}
        </Match>
        <Match when={props.account}>
          <TwoFactorOff busy={act.busy()} onBegin={() => void act.run(begin)} />
        </Match>
      </Switch>
      <Show when={act.failure()} keyed>
        {(error) => <FormFailure error={error} />}
      </Show>
    </Section>
  )
}
