import type { RenderedPieces } from '@prologue/prompt-kit'
import { createSignal, Show, type JSX } from 'solid-js'
import { Choices } from '../../ui/Choices.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { PlainSelect } from '../../ui/PlainSelect.tsx'
import { PromptText } from '../../ui/PromptText.tsx'
import { TemplatePreview } from '../../ui/TemplatePreview.tsx'
import { isLongText } from './isLongText.ts'
import { keepInSight } from './keepInSight.ts'
import type { TemplateView } from '../../templateView.ts'
import type { VersionView } from './queries.ts'
import { settingWords } from './settingWords.ts'
import { versionChoices, type VersionChoice } from './versionChoices.ts'
import styles from './Workbench.module.css'

const views = [
  { value: 'filled', label: 'Filled in' },
  { value: 'template', label: 'Template' },
] as const

/** The text of a version, filled in or as it is kept, under which one it is and what can be done with it. */
export function Sheet(props: {
  template: TemplateView
  version: VersionView
  choice: VersionChoice
  missing: string | undefined
  reading: boolean
  failure: unknown
  onChoose: (value: string) => void
  onRetry: () => void
  rendered: RenderedPieces
  onGap: (name: string) => void
  acts: JSX.Element
}) {
  const [view, setView] = createSignal<'filled' | 'template'>('filled')
  const hasVariables = () => props.version.variables.length > 0
  const settings = () => settingWords(props.version.settings)
  return (
    <section class={styles.sheet} aria-label="The prompt" ref={keepInSight}>
      <div class={styles.choose}>
        <PlainSelect
          label="Version"
          value={props.choice.value}
          choices={versionChoices(props.template, props.choice.number)}
          onChoose={(value) => props.onChoose(value)}
        />
        <Show when={hasVariables()}>
          <Choices legend="Show the text" hideLegend value={view()} choices={views} onChoose={setView} />
        </Show>
      </div>
      <Show when={props.missing}>
        {(asked) => (
          <p class={styles.missing} role="status">
            There is no version “{asked()}” of this template. This is the newest one.
          </p>
        )}
      </Show>
      <Show when={settings()}>{(words) => <p class={styles.settings}>Meant to be run with {words()}.</p>}</Show>
      <div class={styles.acts}>{props.acts}</div>
      <div
        class={styles.text}
        data-long={isLongText(props.version.content) ? '' : undefined}
        tabindex="0"
        role="region"
        aria-label={view() === 'filled' ? 'The text, filled in' : 'The text with its variables'}
        aria-busy={props.reading}
      >
        <Show
          when={!props.failure}
          fallback={<Failure title="This version could not be read" error={props.failure} onRetry={() => props.onRetry()} />}
        >
          <Show when={hasVariables() && view() === 'filled'} fallback={<PromptText text={props.version.content} />}>
            <TemplatePreview
              text={props.version.content}
              rendered={props.rendered}
              variables={props.version.variables}
              onGap={(name) => props.onGap(name)}
            />
          </Show>
        </Show>
      </div>
    </section>
  )
}
