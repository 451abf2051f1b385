import type { BriefForm, Family } from '@prologue/prompt-kit'
import { createSignal, For, onMount, Show } from 'solid-js'
import { familyChoices } from '../../features/briefs/families.ts'
import { Choices } from '../../ui/Choices.tsx'
import { PromptText } from '../../ui/PromptText.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './Sample.module.css'

const base: BriefForm = {
  role: 'a front desk assistant for a small hotel',
  task: 'Answer the mails of guests',
  inputs: ['the mail as {{ mail }}'],
}

const answers = [
  { name: 'Audience', form: { audience: 'guests who travel with children' } },
  { name: 'Steps', form: { steps: ['Find out what is asked', 'Answer it from the house rules', 'Offer one next step'] } },
  { name: 'Rules', form: { dont: [{ rule: 'Never promise a refund', instead: 'pass the wish on to the manager' }] } },
  { name: 'Tone', form: { tone: ['warm', 'exact'] } },
  { name: 'Length', form: { length: { unit: 'words', max: 120 } } },
] as const satisfies readonly { name: string; form: BriefForm }[]

type Name = (typeof answers)[number]['name']

/** The composer itself at work on a small brief: what is ticked is asked for, and the prompt follows. */
export function Sample() {
  const [composer, setComposer] = createSignal<typeof import('./composeSample.ts')>()
  const [family, setFamily] = createSignal<Family>('claude')
  const [asked, setAsked] = createSignal<ReadonlySet<Name>>(new Set<Name>(['Steps', 'Rules']))
  // The words of the page come first; the composer follows when they stand.
  onMount(() => {
    void import('./composeSample.ts').then(setComposer)
  })

  const toggle = (name: Name) =>
    setAsked((before) => (before.has(name) ? new Set([...before].filter((one) => one !== name)) : new Set([...before, name])))
  const prompt = () => {
    const loaded = composer()
    if (!loaded) return undefined
    const forms = answers.filter((answer) => asked().has(answer.name)).map((answer) => answer.form)
    return loaded.composeSample(Object.assign({}, base, ...forms), family())
  }

  return (
    <section class={styles.sample} aria-labelledby="sample-heading">
      <div class={styles.asked}>
        <h2 id="sample-heading" class={styles.heading}>
          Try it: change the answers, the prompt follows
        </h2>
        <div class={styles.chips}>
          <For each={answers}>
            {(answer) => (
              <label class={styles.chip}>
                <input type="checkbox" checked={asked().has(answer.name)} onChange={() => toggle(answer.name)} />
                {answer.name}
              </label>
            )}
          </For>
        </div>
        <div class={styles.family}>
          <span aria-hidden="true">Laid out for</span>
          <Choices legend="Laid out for" hideLegend value={family()} choices={familyChoices} onChoose={setFamily} />
        </div>
      </div>
      <div class={styles.paper} tabindex="0" role="region" aria-label="The prompt">
        <Show when={prompt()} fallback={<Waiting />}>
          {(text) => <PromptText text={text()} />}
        </Show>
      </div>
      <p class={styles.note}>Structured from the answers above by the built-in composer, here in your browser.</p>
    </section>
  )
}

function Waiting() {
  return (
    <div class={styles.waiting}>
      <Skeleton width="30%" />
      <Skeleton width="82%" />
      <Skeleton width="64%" />
      <Skeleton width="24%" />
      <Skeleton width="74%" />
    </div>
  )
}
