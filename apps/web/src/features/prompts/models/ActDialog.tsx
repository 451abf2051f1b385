import type { Act } from '@prologue/contracts'
import { createSignal, createUniqueId, For, Match, Show, Switch } from 'solid-js'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/Field.tsx'
import { languageChoices } from '../../../ui/languages.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import styles from './ActDialog.module.css'
import { actWords } from './actWords.ts'
import type { Models } from './createModels.ts'
import { providersPath } from './providersPath.ts'

export const readingModels = 'Which models there are is still being read.'

/** What an act asks before it begins: into which language, or for a model where there is none, or none is known of yet. */
export function ActDialog(props: {
  act: Act | undefined
  models: Pick<Models, 'list' | 'failed' | 'again' | 'able' | 'mayConnect'>
  onLanguage: (language: string) => void
  /** What waited for a model has one now. */
  onGo: (act: Act) => void
  onClose: () => void
}) {
  const needsModel = () => props.models.able() === undefined
  const title = () =>
    needsModel() && props.act ? `${actWords[props.act].name} needs a model` : actWords[props.act ?? 'translate'].asked
  return (
    <Dialog open={props.act !== undefined} onOpenChange={(open) => !open && props.onClose()} title={title()}>
      <Switch>
        <Match when={!needsModel() && (props.act ?? 'translate') === 'translate'}>
          <LanguageForm
            onLanguage={(language) => {
              props.onClose()
              props.onLanguage(language)
            }}
          />
        </Match>
        <Match when={!needsModel() && props.act}>
          {(act) => (
            <Ready
              act={act()}
              model={props.models.able()?.model}
              onGo={(one) => {
                props.onClose()
                props.onGo(one)
              }}
            />
          )}
        </Match>
        <Match when={props.models.failed()}>
          <div class={styles.part}>
            <p role="alert">The models could not be read.</p>
            <div class={styles.end}>
              <Button onClick={() => props.models.again()}>Try again</Button>
            </div>
          </div>
        </Match>
        <Match when={!props.models.list()}>
          <p role="status">{readingModels}</p>
        </Match>
        <Match when={needsModel()}>
          <NoModel mayConnect={props.models.mayConnect()} />
        </Match>
      </Switch>
    </Dialog>
  )
}

function Ready(props: { act: Act; model: string | undefined; onGo: (act: Act) => void }) {
  return (
    <div class={styles.part}>
      <p>By {props.model}.</p>
      <div class={styles.end}>
        <Button variant="primary" onClick={() => props.onGo(props.act)}>
          {actWords[props.act].name}
        </Button>
      </div>
    </div>
  )
}

function NoModel(props: { mayConnect: boolean }) {
  return (
    <div class={styles.part}>
      <p>
        The composer sets out what you say without any model. To rewrite, translate or explain a text, a model has to read it.
      </p>
      <Show when={props.mayConnect} fallback={<p>No model is connected to this server. Ask an administrator to connect one.</p>}>
        <p>Connect OpenAI, Anthropic, Google, or a server of your own such as Ollama.</p>
        <div class={styles.end}>
          <LinkButton href={providersPath} variant="primary">
            Connect a model
          </LinkButton>
        </div>
      </Show>
    </div>
  )
}

function LanguageForm(props: { onLanguage: (language: string) => void }) {
  const id = createUniqueId()
  const [language, setLanguage] = createSignal('')
  const submit = (event: Event) => {
    event.preventDefault()
    if (language().trim()) props.onLanguage(language().trim())
  }
  return (
    <form class={styles.part} onSubmit={submit}>
      <TextField
        label="Into which language?"
        list={id}
        maxlength={60}
        autocomplete="off"
        hint="Variables and the names of sections’ marks stay as they are."
        value={language()}
        onInput={(event) => setLanguage(event.currentTarget.value)}
      />
      <datalist id={id}>
        <For each={languageChoices('')}>{({ name }) => <option value={name} />}</For>
      </datalist>
      <div class={styles.end}>
        <Button type="submit" variant="primary" disabled={!language().trim()}>
          Translate
        </Button>
      </div>
    </form>
  )
}
