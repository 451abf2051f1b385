import type { HeldReason, PromptEdit } from '@prologue/contracts'
import { diffLines, diffWords } from '@prologue/prompt-kit'
import Check from 'lucide-solid/icons/check'
import { createEffect, createMemo, createSignal, For, Match, on, Show, Switch } from 'solid-js'
import { Button } from '../../../ui/Button.tsx'
import { DiffLines } from '../../../ui/DiffLines.tsx'
import { DiffText } from '../../../ui/DiffText.tsx'
import { sectionWords } from '../../../ui/sectionWords.ts'
import styles from './EditCard.module.css'
import { editDifference, editWords, type EditDifference } from './editDifference.ts'

/** Above this, in characters, a section is compared line by line, with what stays folded away. */
const longSection = 2_000

const heldWords: Readonly<Record<HeldReason, string>> = {
  locked: 'This section is locked: people edited it, or locked it by hand.',
  stale: 'This section was changed since the assistant read it.',
  others: 'Its words hold headings, tags or a code fence that would change other sections, too.',
}

/** One edit that an answer proposes: what it does to which section, and for who may write the decision. */
export function EditCard(props: {
  edit: PromptEdit
  /** As it is now. */
  draft: string
  /** Still being written. */
  live: boolean
  mayApply: boolean
  /** Why it waits; empty where nothing is known that holds it. */
  held: readonly HeldReason[]
  /** How many edits its Undo takes back: those that were applied with it, too. 0: it cannot be undone from here. */
  undoes: number
  busy: boolean
  /** With what is shown to hold it. */
  onApply: (despite: readonly HeldReason[]) => void
  onDismiss: () => void
  onUndo: () => void
}) {
  const name = () => sectionWords(props.edit.section)
  /** It was dismissed, and is to be applied after all. What holds it then is decided about as if it were open. */
  const [again, setAgain] = createSignal(false)
  const isAsked = createMemo(() => props.edit.state === 'dismissed' && again() && props.held.length > 0)
  const isOpen = () => props.edit.state === 'open' || isAsked()
  const difference = createMemo(() => (isOpen() ? editDifference(props.draft, props.edit) : null))
  let deciding: HTMLButtonElement | undefined
  const isDecidedAgain = createMemo(() => again() && difference() !== null && props.held.length > 0)
  // The button that was pressed is gone: the decision it led to has the focus, also where it came late, or went and
  // came while the server answered, or while what was undone was still on its way to this page.
  createEffect(on(isDecidedAgain, (decided) => decided && deciding?.focus(), { defer: true }))
  const applyAfterAll = () => {
    setAgain(true)
    props.onApply([])
  }
  const dismiss = () => {
    setAgain(false)
    if (props.edit.state === 'open') props.onDismiss()
  }
  return (
    <li class={styles.card} data-state={props.edit.state} aria-label={`Edit of ${name()}`}>
      <header class={styles.header}>
        <span class={styles.name}>{name()}</span>
        <span class={styles.what}>{isOpen() ? editWords(props.draft, props.edit) : null}</span>
        <Switch>
          <Match when={props.edit.state === 'applied'}>
            <span class={styles.state}>
              <Check />
              Applied
            </span>
            <Show when={props.mayApply && props.undoes > 0}>
              <Button variant="plain" size="small" busy={props.busy} onClick={() => props.onUndo()}>
                {props.undoes > 1 ? `Undo all ${props.undoes}` : 'Undo'}
              </Button>
            </Show>
          </Match>
          <Match when={props.edit.state === 'dismissed'}>
            <span class={styles.state}>Dismissed</span>
            <Show when={props.mayApply && !isOpen()}>
              <Button variant="plain" size="small" busy={props.busy} onClick={applyAfterAll}>
                Apply after all
              </Button>
            </Show>
          </Match>
        </Switch>
      </header>
      <Show when={isOpen()}>
        <Show when={difference()} fallback={<p class={styles.note}>{unchanged(props.edit)}</p>}>
          {(parts) => (
            <Show when={props.held.length > 0} fallback={<Difference of={parts()} name={name()} />}>
              <Both of={parts()} because={props.held} />
            </Show>
          )}
        </Show>
        <Show when={props.mayApply && !props.live}>
          <div class={styles.acts}>
            <Show when={difference()}>
              <Button
                ref={(element) => (deciding = element)}
                size="small"
                busy={props.busy}
                onClick={() => props.onApply(props.held)}
              >
                {props.held.length > 0 ? 'Apply all the same' : 'Apply'}
              </Button>
            </Show>
            <Button variant="plain" size="small" busy={props.busy} onClick={dismiss}>
              Dismiss
            </Button>
          </div>
        </Show>
      </Show>
    </li>
  )
}

function unchanged({ op }: PromptEdit): string {
  return op === 'remove' ? 'The draft has no such section (any more).' : 'The draft says this already.'
}

function Difference(props: { of: EditDifference; name: string }) {
  const label = () => `Changes to ${props.name}`
  const isLong = () => Math.max(props.of.before.length, props.of.after.length) > longSection
  return (
    <Show
      when={isLong()}
      fallback={<DiffText class={styles.diff} parts={diffWords(props.of.before, props.of.after)} label={label()} />}
    >
      <DiffLines class={styles.diff} lines={diffLines(props.of.before, props.of.after)} label={label()} />
    </Show>
  )
}

/** Where people have to decide, both texts stand whole. */
function Both(props: { of: EditDifference; because: readonly HeldReason[] }) {
  return (
    <div class={styles.both}>
      <For each={props.because}>{(reason) => <p class={styles.held}>{heldWords[reason]}</p>}</For>
      <Side label="In the draft now" text={props.of.before || 'Nothing.'} />
      <Side label="Proposed" text={props.of.after || 'Nothing: the section goes.'} />
    </div>
  )
}

function Side(props: { label: string; text: string }) {
  return (
    <section class={styles.side} aria-label={props.label}>
      <h4>{props.label}</h4>
      <div class={styles.text} tabindex="0" dir="auto">
        {props.text}
      </div>
    </section>
  )
}
