import { Match, Show, Suspense, Switch, type JSX } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { StateWord } from '../../ui/StateWord.tsx'
import { TextCopies } from '../../ui/TextCopies.tsx'
import type { LiveDraft } from './createLiveDraft.ts'
import styles from './DraftPanel.module.css'
import { closingOf, statusTones, statusWord, unsendableNote, type Closing } from './statusWords.ts'

export function DraftPanel(props: {
  draft: LiveDraft | undefined
  /** For the name of a copy. */
  title: string
  /** It is said elsewhere that nothing more comes in or goes out. */
  ended: boolean
  /** Said to who may only read. */
  readerNote: string | undefined
  editor: (draft: LiveDraft) => JSX.Element
  /** Stands in the bar, about the size of the text. */
  size?: JSX.Element
  /** More buttons of the bar. */
  tools?: JSX.Element
  /** Stands above the text: what the editor does just now. */
  doing?: JSX.Element
  /** Stands beside the text, over its lower part where there is no room. */
  aside?: JSX.Element
}) {
  return (
    <section class={styles.panel} aria-label="Draft panel">
      <Show when={props.draft} keyed fallback={<DraftWaiting />}>
        {(draft) => (
          <>
            <header class={styles.bar}>
              <h2 class={styles.heading}>Draft</h2>
              <StateWord tone={statusTones[draft.status().state]}>{statusWord(draft.status())}</StateWord>
              <div class={styles.size}>{props.size}</div>
              <div class={styles.tools}>
                {props.tools}
                <CopyButton bare size="icon" text={() => draft.client.text.toJSON()} />
              </div>
            </header>
            <div class={styles.notes}>
              <Notes draft={draft} title={props.title} ended={props.ended} readerNote={props.readerNote} />
              {props.doing}
            </div>
            <div class={styles.desk}>
              <div class={styles.sheet}>
                <Switch fallback={<Suspense fallback={<TextWaiting />}>{props.editor(draft)}</Suspense>}>
                  <Match when={draft.status().state === 'loading' && draft.text() === ''}>
                    <TextWaiting />
                  </Match>
                </Switch>
              </div>
              {props.aside}
            </div>
          </>
        )}
      </Show>
    </section>
  )
}

function Notes(props: { draft: LiveDraft; title: string; ended: boolean; readerNote: string | undefined }) {
  const status = () => props.draft.status()
  return (
    <Switch>
      <Match when={!props.ended && status().closedBecause}>
        {(because) => {
          const closing = () => closingOf(because(), status().closedWords)
          return <Warning draft={props.draft} title={props.title} words={closing()} way={closing().way} />
        }}
      </Match>
      <Match when={!props.ended && status().state === 'unsendable'}>
        <Warning draft={props.draft} title={props.title} words={unsendableNote(status().unsent)} way="discard" />
      </Match>
      <Match when={!props.ended && status().role !== null && !status().canWrite && props.readerNote}>
        {(note) => <p class={styles.note}>{note()}</p>}
      </Match>
    </Switch>
  )
}

function Warning(props: { draft: LiveDraft; title: string; words: { title: string; text: string }; way: Closing['way'] }) {
  const discard = () => props.way === 'discard'
  return (
    <div class={styles.closed} role="alert">
      <p>
        <strong>{props.words.title}.</strong> {props.words.text}
      </p>
      <div class={styles.ways}>
        <TextCopies text={() => props.draft.client.text.toJSON()} title={props.title} />
        <Show when={props.way !== 'none'}>
          <Button
            size="small"
            variant={discard() ? 'danger' : 'quiet'}
            onClick={() => void props.draft.reopen({ discard: discard() })}
          >
            {discard() ? 'Discard and open again' : 'Open again'}
          </Button>
        </Show>
      </div>
    </div>
  )
}

function DraftWaiting() {
  return (
    <>
      <header class={styles.bar}>
        <h2 class={styles.heading}>Draft</h2>
      </header>
      <div class={styles.desk}>
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
