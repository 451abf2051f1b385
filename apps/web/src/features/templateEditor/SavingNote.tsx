import { useLocation } from '@solidjs/router'
import { Match, Switch, type JSX } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { TextCopies } from '../../ui/TextCopies.tsx'
import type { Editing } from './createEditing.ts'
import styles from './SavingNote.module.css'

/** Above the text: why it is not saved, and what can be done. */
export function SavingNote(props: { editing: Editing; title: string; onCompare: () => void; onRestore: () => void }) {
  const location = useLocation()
  const saving = () => props.editing.saving
  const copies = () => <TextCopies text={() => props.editing.content()} title={props.title} />
  return (
    <Switch>
      <Match when={saving().state() === 'conflict'}>
        <Note
          title={
            saving().conflict()?.kind === 'published'
              ? `Version ${saving().conflict()?.theirs.basedOn} was published after this was begun`
              : 'This was saved in another window meanwhile'
          }
          ways={
            <Button size="small" variant="primary" onClick={() => props.onCompare()}>
              Compare the two
            </Button>
          }
        >
          Both texts are safe. Until you choose how to go on, what you write stays in this browser.
        </Note>
      </Match>
      <Match when={saving().state() === 'gone'}>
        <Note
          title="This template is no longer there for you to change"
          ways={
            <>
              {copies()}
              <Button size="small" onClick={() => props.onRestore()}>
                Bring it back
              </Button>
            </>
          }
        >
          It was deleted, or it belongs to somebody else by now. What you wrote is kept in this browser.
        </Note>
      </Match>
      <Match when={saving().state() === 'signed-out'}>
        <Note
          title="You are signed out"
          ways={
            <>
              <LinkButton href={`/login?next=${encodeURIComponent(location.pathname)}`}>Sign in</LinkButton>
              {copies()}
            </>
          }
        >
          What you wrote is kept in this browser, and saved when you are back.
        </Note>
      </Match>
      <Match when={saving().state() === 'unsendable'}>
        <Note title="This is not saved" ways={copies()}>
          {describeFailure(saving().failure())} Until then it is kept in this browser.
        </Note>
      </Match>
    </Switch>
  )
}

function Note(props: { title: string; children: JSX.Element; ways: JSX.Element }) {
  return (
    <div class={styles.note} role="alert">
      <p>
        <strong>{props.title}.</strong> {props.children}
      </p>
      <div class={styles.ways}>{props.ways}</div>
    </div>
  )
}
