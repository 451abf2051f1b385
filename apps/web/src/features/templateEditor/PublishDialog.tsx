import { limits } from '@prologue/contracts'
import { useQueryClient } from '@tanstack/solid-query'
import type { Finding } from '@prologue/prompt-kit'
import { createEffect, createMemo, createSignal, For, Match, on, Show, Switch, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { FindingList } from '../../editor/findings/FindingList.tsx'
import { bySeverity, severityCounts } from '../../editor/findings/findingPlaces.ts'
import type { Reading } from '../../editor/reading/readTemplate.ts'
import { failedWith } from '../../failure.ts'
import { libraryKeys } from '../../libraryKeys.ts'
import type { TemplateView } from '../../templateView.ts'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { FormFailure } from '../../ui/FormFailure.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { textSize } from '../../ui/textSize.ts'
import type { DetailsSaving } from './createDetails.ts'
import type { Editing } from './createEditing.ts'
import { Difference } from './Difference.tsx'
import { newestOf } from './openDraft.ts'
import { publishFaults } from './publishFaults.ts'
import styles from './PublishDialog.module.css'
import { sameText } from './unfinished.ts'

type Props = {
  template: TemplateView
  editing: Editing
  details: DetailsSaving
  open: boolean
  onClose: () => void
  onClosed: () => void
  onGo: (finding: Finding) => void
  onPublished: (published: { number: number; slug: string }) => void
  /** The newest version is another by now. */
  onConflict: () => void
}

/** Makes a version of what is written: what has changed, what forbids it, and a message for whoever reads the history. */
export function PublishDialog(props: Props) {
  const title = () => `Publish version ${props.template.latestNumber + 1}`
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      onClosed={() => props.onClosed()}
      shape="wide"
      title={title()}
    >
      <Publishing {...props} />
    </Dialog>
  )
}

function Publishing(props: Props) {
  const queryClient = useQueryClient()
  const act = createAct()
  const { editing, details } = untrack(() => ({ editing: props.editing, details: props.details }))
  const [message, setMessage] = createSignal('')
  const [reading, setReading] = createSignal<Reading>()
  createEffect(
    on(
      () => props.open,
      async () => {
        // Whatever the page waits for, the text is saved and judged as it is to be published.
        void editing.saving.saveNow()
        const { known } = editing.variables.judged()
        const off = editing.rules.off()
        setReading(
          await editing.reader.read({
            text: editing.content(),
            variables: known,
            family: family(),
            off,
            place: 'publish',
            contextSize: editing.contextSize(),
          }),
        )
      },
    ),
  )
  const family = () => details.now().family ?? 'plain'
  const isFirst = () => props.template.latestNumber === 0
  const newest = createMemo(() => newestOf(props.template))
  const isSame = createMemo(() => !isFirst() && sameText(newest().written, editing.now()))
  const faults = createMemo(() => publishFaults(editing.now(), editing.variables.judged(), reading()?.findings ?? []))
  const reasons = () => {
    const { title, description } = details.faults()
    // The first time the title stands here, with what is wrong with it.
    const said = [isFirst() ? undefined : title, description].filter((fault) => fault !== undefined)
    return [...said, ...faults().reasons]
  }
  const isForbidden = () => reasons().length > 0 || faults().forbid.length > 0
  const mayPublish = () => reading() !== undefined && details.faults().title === undefined && !isForbidden() && !isSame()

  const publish = async () => {
    if (!(await details.saveNow())) throw details.failure()
    if (!(await editing.saving.saveNow())) {
      // The page says that there are two texts.
      if (editing.saving.conflict()) return props.onClose()
      throw editing.saving.failure()
    }
    const { id: templateId, slug } = props.template
    const { revision } = editing.saving.saved()
    try {
      const published = await api.templateDrafts.publish.mutate({ templateId, revision, message: message() })
      editing.saving.tellOthers()
      void queryClient.invalidateQueries({ queryKey: libraryKeys.all })
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => queryKey.includes(templateId) || queryKey.includes(slug),
      })
      props.onPublished(published)
    } catch (error) {
      if (!failedWith(error, 'CONFLICT')) throw error
      props.onClose()
      props.onConflict()
    }
  }

  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (mayPublish()) void act.run(publish)
      }}
    >
      <Show when={isFirst()}>
        <TextField
          label="Title"
          hint="Its address is made from it, and stays"
          autocomplete="off"
          maxlength={limits.title}
          value={details.now().title}
          error={details.faults().title}
          onInput={(event) => details.change({ title: event.currentTarget.value }, 'soon')}
        />
      </Show>
      <TextField
        label="What changed"
        hint="For whoever reads the history; can be left empty"
        autocomplete="off"
        maxlength={limits.versionMessage}
        value={message()}
        onInput={(event) => setMessage(event.currentTarget.value)}
      />
      <Switch>
        <Match when={!reading()}>
          <Skeleton height="8rem" />
        </Match>
        <Match when={isSame()}>
          <p class={styles.note}>Nothing has changed since version {props.template.latestNumber}.</p>
        </Match>
        <Match when={reading()}>
          {(read) => (
            <>
              <Show when={isForbidden()}>
                <section class={styles.forbid} aria-label="To be put right first">
                  <h3 class={styles.heading}>To be put right first</h3>
                  <ul class={styles.reasons}>
                    <For each={reasons()}>{(reason) => <li>{reason}</li>}</For>
                  </ul>
                  <FindingList findings={faults().forbid} text={read().text} onGo={(finding) => props.onGo(finding)} />
                </section>
              </Show>
              <Show when={faults().rest.length > 0}>
                <details class={styles.rest}>
                  <summary>{severityCounts(faults().rest)} that do not forbid it</summary>
                  <FindingList findings={bySeverity(faults().rest)} text={read().text} onGo={(finding) => props.onGo(finding)} />
                </details>
              </Show>
              <Show
                when={!isFirst()}
                fallback={<p class={styles.note}>Its first version: {textSize(editing.content()) || 'no words yet'}.</p>}
              >
                <section class={styles.changes} aria-label="Changes">
                  <h3 class={styles.heading}>Changes since version {props.template.latestNumber}</h3>
                  <Difference from={newest().written} to={editing.now()} label="Changes since the newest version" />
                </section>
              </Show>
            </>
          )}
        </Match>
      </Switch>
      <Show when={act.failure()} keyed>
        {(failure) => <FormFailure error={failure} />}
      </Show>
      <div class={styles.buttons}>
        <Button variant="plain" onClick={() => props.onClose()}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" busy={act.busy()} disabled={!mayPublish()}>
          Publish
        </Button>
      </div>
    </form>
  )
}
