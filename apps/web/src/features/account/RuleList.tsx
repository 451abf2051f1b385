import type { OwnAccount } from '@prologue/contracts'
import { ruleInfos, type Severity } from '@prologue/prompt-kit'
import { For } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { createPreferenceChange } from '../../identity/preferences.ts'
import { withRule } from '../../identity/rulesOff.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import styles from './RuleList.module.css'

const severities: Readonly<Record<Severity, string>> = { error: 'Errors', warning: 'Warnings', info: 'Hints' }
const order = ['error', 'warning', 'info'] as const

/** Every rule of the checker with why it is there, to be switched off and on. */
export default function RuleList(props: { account: OwnAccount }) {
  const say = useToasts()
  const change = createPreferenceChange()
  const off = () => props.account.preferences.checker?.off ?? []
  const set = (rule: string, isOff: boolean) =>
    void change((before) => withRule(before, rule, isOff)).catch((error: unknown) =>
      say(`This could not be kept. ${describeFailure(error)}`, { tone: 'bad' }),
    )
  return (
    <div class={styles.rules}>
      <p class={styles.off}>{off().length === 0 ? 'All rules are on.' : `Off: ${off().join(', ')}.`}</p>
      <details class={styles.all}>
        <summary>All {ruleInfos.length} rules</summary>
        <For each={order}>
          {(severity) => (
            <fieldset class={styles.group}>
              <legend class={styles.legend}>{severities[severity]}</legend>
              <For each={ruleInfos.filter((rule) => rule.severity === severity)}>
                {({ name, why }) => (
                  <Checkbox label={name} hint={why} checked={!off().includes(name)} onChange={(on) => set(name, !on)} />
                )}
              </For>
            </fieldset>
          )}
        </For>
      </details>
    </div>
  )
}
