import type { Finding } from '@prologue/prompt-kit'
import { createMemo, createSignal, lazy, onCleanup, Show, Suspense, untrack, type Accessor, type JSX } from 'solid-js'
import { FindingsPanel } from '../../editor/findings/FindingsPanel.tsx'
import type { TemplateView } from '../../templateView.ts'
import { createMedia } from '../../ui/createMedia.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import type { TypedValues } from '../../ui/typedValues.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import { createDetails } from './createDetails.ts'
import { createDraftActs } from './createDraftActs.ts'
import { createEditing } from './createEditing.ts'
import { DetailsPanel } from './DetailsPanel.tsx'
import { EditorBar } from './EditorBar.tsx'
import { ModelSettingsPart } from './ModelSettingsPart.tsx'
import type { Opened } from './openDraft.ts'
import { PreviewPanel } from './PreviewPanel.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { SavingNote } from './SavingNote.tsx'
import styles from './TemplateEditor.module.css'
import { TextWaiting } from './TextWaiting.tsx'
import { VariablesPanel } from './VariablesPanel.tsx'

const TextEditor = lazy(() => import('../../editor/TextEditor.tsx'))

const sideTabs = ['variables', 'preview', 'findings', 'details'] as const
type Side = (typeof sideTabs)[number]
const tabWords: Readonly<Record<Side, string>> = {
  variables: 'Variables',
  preview: 'Preview',
  findings: 'Findings',
  details: 'Details',
}

/** A template that is written on: its text, and beside it what belongs to it. */
export default function TemplateEditor(props: {
  template: TemplateView
  opened: Opened
  personId: string
  /** What stands in the bar about the size of the text. */
  size: (text: Accessor<string>) => JSX.Element
  onPublished: (published: { number: number; slug: string }) => void
}) {
  const place = untrack(() => ({ templateId: props.template.id, personId: props.personId }))
  const details = createDetails(() => props.template, place)
  const family = createMemo(() => details.now().family ?? 'plain')
  const editing = createEditing(
    untrack(() => props.opened),
    place,
    family,
  )
  const acts = createDraftActs(() => props.template, editing)

  const narrow = createMedia('(max-width: 55.99rem)')
  const [side, setSide] = createSignal<Side>('variables')
  const [atText, setAtText] = createSignal(true)
  const [openVariable, setOpenVariable] = createSignal<string>()
  const [typed, setTyped] = createSignal<TypedValues>({})
  const [publishing, setPublishing] = createSignal(false)
  const [comparing, setComparing] = createSignal(false)

  const shown = () => (narrow() && atText() ? 'text' : side())
  const choose = (tab: Side | 'text') => {
    setAtText(tab === 'text')
    if (tab !== 'text') setSide(tab)
  }
  const counts = (): Partial<Record<Side, number>> => {
    const found = editing.reading()?.findings.length ?? 0
    return { variables: editing.variables.rows().length, findings: found }
  }
  // The same objects as long as there are the same tabs: a count that changes makes no new one.
  const tabs = createMemo(() => [
    ...(narrow() ? [{ value: 'text' as const, label: 'Text' }] : []),
    ...sideTabs.map((value) => ({
      value,
      label: tabWords[value],
      get count() {
        return counts()[value]
      },
    })),
  ])

  const select = (range: { start: number; end: number }) => {
    choose('text')
    // On a phone the text comes into view with this very choice, and is measured then.
    requestAnimationFrame(() => editing.handle()?.select(range))
  }
  const write = () => {
    choose('text')
    requestAnimationFrame(() => editing.handle()?.focus())
  }
  const go = (finding: Finding) => {
    const { range } = finding
    if (range.start !== range.end) return select(range)
    const row = editing.variables.rows().find(({ fields }) => fields.name === finding.variable)
    choose('variables')
    setOpenVariable(row?.key)
  }
  let goneTo: Finding | undefined
  const showUse = async (name: string) => {
    const [edit] = await editing.reader.rename(editing.content(), name, name)
    if (edit) select({ start: edit.index, end: edit.index + edit.remove })
  }

  const press = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    void editing.saving.saveNow()
    void details.saveNow()
  }
  document.addEventListener('keydown', press)
  onCleanup(() => document.removeEventListener('keydown', press))

  const state = () => (editing.saving.state() === 'saved' ? details.state() : editing.saving.state())
  const panel = (name: Side | 'text', content: JSX.Element) => (
    <div
      role={name === 'text' && !narrow() ? undefined : 'tabpanel'}
      id={`panel-${name}`}
      aria-labelledby={name === 'text' && !narrow() ? undefined : `tab-${name}`}
      class={name === 'text' ? styles.text : styles.panel}
      hidden={name === 'text' ? narrow() && !atText() : shown() !== name}
    >
      {content}
    </div>
  )

  return (
    <div class={styles.editor}>
      <EditorBar
        title={props.template.title}
        href={props.template.latestNumber > 0 ? `/templates/${props.template.slug}` : null}
        latestNumber={props.template.latestNumber}
        state={state()}
        size={props.size(editing.content)}
        hasDraft={editing.saving.saved().revision > 0 || editing.saving.state() !== 'saved'}
        mayDelete={props.template.abilities.includes('template:delete')}
        onTitle={() => {
          choose('details')
          document.querySelector<HTMLElement>('#panel-details input')?.focus()
        }}
        onDiscard={() => void acts.discard()}
        onDelete={() => void acts.remove()}
        onPublish={() => (editing.saving.state() === 'conflict' ? setComparing(true) : setPublishing(true))}
      />
      <div class={styles.notes}>
        <SavingNote
          editing={editing}
          title={props.template.title}
          onCompare={() => setComparing(true)}
          onRestore={() => void acts.restore()}
        />
      </div>
      <div class={styles.parts}>
        {panel(
          'text',
          <Suspense fallback={<TextWaiting />}>
            <TextEditor
              label="Text"
              placeholder="Write the prompt here. A blank to be filled in is written {{ topic }}."
              text={untrack(editing.content)}
              canWrite
              findings={editing.marks()}
              onText={editing.onText}
              onReady={editing.setHandle}
            />
          </Suspense>,
        )}
        <div class={styles.tabs}>
          <Tabs label="Parts of the template" value={shown()} tabs={tabs()} onChoose={choose} />
        </div>
        {panel(
          'variables',
          <VariablesPanel
            editing={editing}
            open={openVariable()}
            onOpen={setOpenVariable}
            onShow={(name) => void showUse(name)}
          />,
        )}
        {panel(
          'preview',
          <Show when={shown() === 'preview'}>
            <PreviewPanel editing={editing} typed={typed()} onTyped={setTyped} />
          </Show>,
        )}
        {panel(
          'findings',
          <FindingsPanel
            reading={editing.reading()}
            failed={editing.failed()}
            onRetry={editing.again}
            off={editing.off()}
            onGo={go}
            acts={editing.acts()}
          />,
        )}
        {panel(
          'details',
          <>
            <DetailsPanel template={props.template} details={details} />
            <ModelSettingsPart settings={editing.settings()} onChange={editing.setSettings} />
          </>,
        )}
      </div>
      <PublishDialog
        template={props.template}
        editing={editing}
        details={details}
        open={publishing()}
        onClose={() => setPublishing(false)}
        onClosed={() => {
          if (goneTo) go(goneTo)
          goneTo = undefined
        }}
        onGo={(finding) => {
          // Until it is closed the dialog holds the focus, and then gives it back.
          goneTo = finding
          setPublishing(false)
        }}
        onPublished={(published) => props.onPublished(published)}
        onConflict={() => void acts.meetNewest()}
      />
      <ConflictDialog
        editing={editing}
        title={props.template.title}
        open={comparing()}
        onClose={() => setComparing(false)}
        onChosen={write}
      />
    </div>
  )
}
