import { useNavigate } from '@solidjs/router'
import { createSignal, Match, Show, Switch, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { focusVariable, VariablesForm } from '../../ui/VariablesForm.tsx'
import { CopyMenu } from './CopyMenu.tsx'
import { createFilling } from './createFilling.ts'
import { keepInSight } from './keepInSight.ts'
import type { TemplateView } from '../../templateView.ts'
import type { VersionView } from './queries.ts'
import { Sheet } from './Sheet.tsx'
import type { VersionChoice } from './versionChoices.ts'
import styles from './Workbench.module.css'

/** A version to be filled in: the form beside what it makes of the text, and what can be done with that. */
export default function Workbench(props: {
  template: TemplateView
  version: VersionView
  choice: VersionChoice
  /** What the address asked for and is not there. */
  missing: string | undefined
  /** Another version is on its way. */
  reading: boolean
  failure: unknown
  onChoose: (value: string) => void
  onRetry: () => void
  personId: string | null
  /** Where to sign in for what needs an account; null for who has one. */
  signIn: string | null
}) {
  const say = useToasts()
  const navigate = useNavigate()
  const act = createAct()
  const { id, person } = untrack(() => ({ id: props.template.id, person: props.personId }))
  const filling = createFilling(id, person, () => props.version)
  const [all, setAll] = createSignal(false)
  let form: HTMLElement | undefined

  const lead = (name: string) => {
    if (form) focusVariable(form, name)
  }
  const leadToFault = () => {
    setAll(true)
    const [first] = filling.faults()
    const [fault] = filling.rendered().faults
    if (first) lead(first.name)
    else if (fault) say(`This version cannot be filled in. ${fault.message}`, { tone: 'bad' })
  }
  const use = async () => {
    try {
      const values = { ...filling.values() }
      const { conversationId } = await api.templates.use.mutate({ id, number: props.version.number, values })
      navigate(`/c/${conversationId}`)
    } catch (error) {
      say(describeFailure(error), { tone: 'bad' })
    }
  }
  const wantUse = () => {
    if (props.signIn !== null) navigate(props.signIn)
    else if (filling.prompt() === null) leadToFault()
    else void act.run(use)
  }
  const clear = () => {
    const before = filling.typed()
    filling.set({})
    setAll(false)
    say('The form is empty.', { action: { label: 'Undo', run: () => filling.set(before) } })
  }

  return (
    <div class={styles.bench} data-filled={filling.variables().length > 0 ? '' : undefined}>
      <Show when={filling.variables().length > 0}>
        <section class={styles.fill} aria-labelledby="fill" ref={keepInSight}>
          <div class={styles.fillHead}>
            <h2 id="fill" class={styles.heading}>
              Fill it in
            </h2>
            <Show when={filling.isTouched()}>
              <Button variant="plain" size="small" onClick={clear}>
                Clear
              </Button>
            </Show>
          </div>
          <VariablesForm
            ref={(element) => (form = element)}
            variables={filling.variables()}
            values={filling.typed()}
            onChange={filling.type}
            faults={filling.faults()}
            all={all()}
          />
          <p class={styles.note}>
            <Switch fallback="All that is needed is there.">
              <Match when={filling.faults().length === 1}>One field is still to be filled in or put right.</Match>
              <Match when={filling.faults().length > 1}>
                {filling.faults().length} fields are still to be filled in or put right.
              </Match>
            </Switch>{' '}
            What you type stays on this page until you use it.
          </p>
        </section>
      </Show>
      <Sheet
        template={props.template}
        version={props.version}
        choice={props.choice}
        missing={props.missing}
        reading={props.reading}
        failure={props.failure}
        onChoose={(value) => props.onChoose(value)}
        onRetry={() => props.onRetry()}
        rendered={filling.rendered()}
        onGap={lead}
        acts={
          <>
            <CopyMenu
              prompt={filling.prompt}
              template={filling.variables().length > 0 ? props.version.content : null}
              settings={props.version.settings}
              onMissing={leadToFault}
            />
            <Button variant="primary" busy={act.busy()} onClick={wantUse}>
              Use in a conversation
            </Button>
          </>
        }
      />
    </div>
  )
}
