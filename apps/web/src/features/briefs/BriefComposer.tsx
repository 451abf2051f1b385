import { limits } from '@prologue/contracts'
import type { BriefForm, Family } from '@prologue/prompt-kit'
import ArrowRight from 'lucide-solid/icons/arrow-right'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createEffect, createSignal, createUniqueId, Show, untrack } from 'solid-js'
import { createStore } from 'solid-js/store'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { createKeptText } from '../../ui/createKeptText.ts'
import { tooLong } from '../../ui/tooLong.ts'
import styles from './BriefComposer.module.css'
import { BriefDetails } from './BriefDetails.tsx'
import { emptyFields, filledCount, toBriefForm, type BriefFields } from './briefFields.ts'
import { familyChoices } from './families.ts'
import { settleLanguage, withoutPreset } from './presetLanguage.ts'

export type Brief = { input: string; form: BriefForm }

export function BriefComposer(props: {
  personId: string
  /** The language one writes prompts in by one's own choice, by its name; '' where none is chosen. */
  language: string
  busy: boolean
  failure: string | undefined
  onStart: (brief: Brief) => Promise<boolean>
  /** Hears what is written so far, also what was kept from before. */
  onText: (text: string) => void
}) {
  const id = createUniqueId()
  const [text, setText] = untrack(() => createKeptText(props.personId, 'brief'))
  const [fields, setFields] = createStore<BriefFields>({ ...emptyFields })
  createEffect(() => props.onText(text()))
  // Known a moment later than the page; what was typed meanwhile stays.
  createEffect((before: string) => {
    const { language } = props
    if (untrack(() => fields.language) === before) setFields('language', language)
    return language
  }, '')
  const [family, setFamily] = createSignal<Family>('claude')
  const [open, setOpen] = createSignal(false)
  const [missing, setMissing] = createSignal(false)
  const excess = () => tooLong(text().trim().length, limits.message)
  let area: HTMLTextAreaElement | undefined
  let settling = false

  const start = async (event: Event) => {
    event.preventDefault()
    if (props.busy || settling || excess()) return
    const input = text().trim()
    const isMissing = !input && !toBriefForm(withoutPreset(fields, props.language))
    setMissing(isMissing)
    if (isMissing) {
      area?.focus()
      return
    }
    settling = true
    const form = toBriefForm(await settleLanguage(input, fields, props.language).finally(() => (settling = false)))
    // The family is part of the brief, so that later answers are laid out alike.
    if (await props.onStart({ input, form: { ...form, family: family() } })) setText('')
  }

  return (
    <form class={styles.composer} onSubmit={(event) => void start(event)}>
      <div class={styles.sheet}>
        <label class="visually-hidden" for={`${id}-text`}>
          Describe the assistant you want
        </label>
        <textarea
          ref={(element) => (area = element)}
          id={`${id}-text`}
          class={styles.text}
          rows={4}
          dir="auto"
          placeholder="It answers guests of a small hotel by mail: kind, exact, never longer than it needs to be…"
          value={text()}
          aria-invalid={missing() || undefined}
          aria-describedby={`${id}-note`}
          onInput={(event) => {
            setText(event.currentTarget.value)
            setMissing(false)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void start(event)
          }}
        />
        <Show when={open()}>
          <div class={styles.details} id={`${id}-details`}>
            <BriefDetails fields={fields} onChange={(change) => setFields(change)} />
          </div>
        </Show>
        <div class={styles.bar}>
          <Button
            variant="plain"
            class={styles.more}
            aria-expanded={open()}
            aria-controls={`${id}-details`}
            onClick={() => setOpen(!open())}
          >
            <ChevronDown />
            {open() ? 'Hide details' : 'Add details'}
            <Show when={!open() && filledCount(fields) > 0}> ({filledCount(fields)})</Show>
          </Button>
          <div class={styles.family}>
            <span aria-hidden="true">Laid out for</span>
            <Choices legend="Laid out for" hideLegend value={family()} choices={familyChoices} onChoose={setFamily} />
          </div>
          <Button type="submit" variant="primary" busy={props.busy} disabled={excess() !== null}>
            Start
            <Show when={!props.busy}>
              <ArrowRight />
            </Show>
          </Button>
        </div>
      </div>
      <p id={`${id}-note`} class={styles.note} data-bad={missing() || excess() || props.failure ? '' : undefined} role="status">
        {missing()
          ? 'Say first, in a sentence or two, what the assistant is to do.'
          : (excess() ??
            props.failure ??
            'A sentence is enough to start. You get a structured prompt, and a draft to write on together.')}
      </p>
    </form>
  )
}
