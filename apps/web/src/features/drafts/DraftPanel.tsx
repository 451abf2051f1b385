import { Match, Show, Suspense, Switch, type JSX } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { LiveDraft } from './createLiveDraft.ts'
import styles from './DraftPanel.module.css'
import { closings, statusWord } from './statusWords.ts'
import { textSize } from './textSize.ts'

export function DraftPanel(props: { draft: LiveDraft | undefined; editor: (draft: LiveDraft) => JSX.Element }) {
  return (
    <section class={styles.panel} aria-label="Draft panel">
      <Show when={props.draft} keyed fallback={<DraftWaiting />}>
        {(draft) => (
          <>
            <header class={styles.bar}>
              <h2 class={styles.heading}>Draft</h2>
              <span class={styles.status} role="status" data-state={draft.status().state}>
                {statusWord(draft.status())}
              </span>
              <span class={styles.size}>{textSize(draft.text())}</span>
              <CopyButton text={() => draft.client.text.toJSON()} />
            </header>
            <Notes draft={draft} />
            <div class={styles.sheet}>
              <Switch fallback={<Suspense fallback={<TextWaiting />}>{props.editor(draft)}</Suspense>}>
                <Match when={draft.status().state === 'loading' && draft.text() === ''}>
                  <TextWaiting />
                </Match>
              </Switch>
            </div>
          </>
        )}
      </Show>
    </section>
  )
}

function Notes(props: { draft: LiveDraft }) {
  const reason = () => props.draft.status().closedBecause
  return (
    <Switch>
      <Match when={reason()}>
        {(because) => (
          <div class={styles.closed} role="alert">
            <p>
              <strong>{closings[because()].title}.</strong> {closings[because()].text}
            </p>
            <div class={styles.ways}>
              <CopyButton variant="quiet" label="Copy the text" text={() => props.draft.client.text.toJSON()} />
              <Show when={closings[because()].way !== 'none'}>
                <Button
                  size="small"
                  variant={closings[because()].way === 'discard' ? 'danger' : 'quiet'}
                  onClick={() => void props.draft.reopen({ discard: closings[because()].way === 'discard' })}
                >
                  {closings[because()].way === 'discard' ? 'Discard and open again' : 'Open again'}
                </Button>
              </Show>
            </div>
          </div>
        )}
      </Match>
      <Match when={props.draft.status().role !== null && !props.draft.status().canWrite}>
        <p class={styles.note}>You can read here; an editor can let you write.</p>
      </Match>
    </Switch>
  )
}

function DraftWaiting() {
  return (
    <>
      <header class={styles.bar}>
        <h2 class={styles.heading}>Draft</h2>
      </header>
      <div class={styles.sheet}>
        <TextWaiting />
      </div>
    </>
  )
}

function TextWaiting() {
  return (
    <div class={styles.waiting} aria-label="Opening the draft">
      <Skeleton width="62%" />
      <Skeleton width="88%" />
      <Skeleton width="80%" />
      <Skeleton width="35%" />
    </div>
  )
}
