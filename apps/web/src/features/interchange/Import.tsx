import { createMemo, Match, Show, Switch } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { AskBeforeLeaving } from './AskBeforeLeaving.tsx'
import { createImport, type Import as Work } from './createImport.ts'
import { FileSettings, ImportSettings } from './ImportSettings.tsx'
import styles from './Import.module.css'
import { countOf } from './importWords.ts'
import { ItemList } from './ItemList.tsx'
import { Progress } from './Progress.tsx'
import { SourceForm } from './SourceForm.tsx'

/** From a file to templates: chosen, read, looked at, imported. */
export function Import() {
  const work = createImport()
  const sound = createMemo(() => work.previews().filter(({ reason }) => reason === null).length)
  return (
    <div class={styles.import}>
      <AskBeforeLeaving importing={work.stage() === 'importing'} onLeave={work.stop} />
      <Show
        when={work.source()}
        fallback={
          <SourceForm
            text={work.pasted()}
            onText={work.setPasted}
            fault={work.fault()}
            onSource={(source) => void work.open(source)}
            onTooMany={work.refuseMany}
          />
        }
      >
        {(source) => (
          <>
            <FileSettings work={work} name={source().name} />
            <Switch>
              <Match when={work.stage() === 'choosing'}>
                <Show when={work.fault()} fallback={<Stopped work={work} />}>
                  {(fault) => (
                    <p class={styles.fault} role="alert">
                      {fault()} Nothing of it was imported.
                    </p>
                  )}
                </Show>
              </Match>
              <Match when={work.stage() === 'reading'}>
                <Progress
                  label={`Reading ${source().name}`}
                  value={work.progress()}
                  count={countOf(work.previews().length, 'item', 'items')}
                  onStop={work.stop}
                />
              </Match>
              <Match when={work.stage() === 'ready'}>
                <Ready work={work} sound={sound()} />
              </Match>
              <Match when={work.stage() === 'importing'}>
                <Progress
                  label="Importing"
                  value={sound() === 0 ? 1 : work.sent() / sound()}
                  count={`${work.sent().toLocaleString('en')} of ${sound().toLocaleString('en')}`}
                  onStop={work.stop}
                />
              </Match>
              <Match when={work.stage() === 'done'}>
                <Done work={work} sound={sound()} />
              </Match>
            </Switch>
            <Show when={work.stage() !== 'reading' && work.previews().length > 0}>
              <ItemList work={work} />
            </Show>
          </>
        )}
      </Show>
    </div>
  )
}

function Stopped(props: { work: Work }) {
  return (
    <div class={styles.ready}>
      <p role="status">The reading was stopped.</p>
      <div>
        <Button variant="primary" onClick={() => void props.work.readAgain()}>
          Read it again
        </Button>
      </div>
    </div>
  )
}

function Ready(props: { work: Work; sound: number }) {
  const refused = () => props.work.previews().length - props.sound
  return (
    <div class={styles.ready}>
      <p role="status">
        {countOf(props.sound, 'template', 'templates')} can be imported
        <Show when={refused() > 0}>; {countOf(refused(), 'item is', 'items are')} refused</Show>. Nothing is written yet.
      </p>
      <Show when={props.sound > 0}>
        <ImportSettings work={props.work} />
        <div>
          <Button variant="primary" onClick={() => void props.work.run()}>
            Import {countOf(props.sound, 'template', 'templates')}
          </Button>
        </div>
      </Show>
    </div>
  )
}

function Done(props: { work: Work; sound: number }) {
  const left = () => props.sound - props.work.sent()
  const refused = () => props.work.sent() - props.work.imported()
  return (
    <div class={styles.ready}>
      <p role="status">
        {countOf(props.work.imported(), 'template is', 'templates are')} imported
        <Show when={refused() > 0}>; the server refused {countOf(refused(), 'one', 'of them')}</Show>.
        <Show when={left() > 0}> {countOf(left(), 'is', 'are')} left.</Show>
      </p>
      <Show when={props.work.fault()}>
        {(fault) => (
          <p class={styles.fault} role="alert">
            {fault()}
          </p>
        )}
      </Show>
      <div class={styles.ways}>
        <Show when={left() > 0}>
          <Button variant="primary" onClick={() => void props.work.run()}>
            Go on
          </Button>
        </Show>
        <LinkButton href="/templates?scope=mine" variant={left() > 0 ? 'quiet' : 'primary'}>
          Go to your templates
        </LinkButton>
        <Button onClick={() => props.work.startOver()}>Import another file</Button>
      </div>
    </div>
  )
}
