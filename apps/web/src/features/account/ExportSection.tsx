import { limits } from '@prologue/contracts'
import { Match, Show, Switch } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { createFailure } from '../../ui/createFailure.ts'
import { FormFailure } from '../../ui/FormFailure.tsx'
import { keepFocus } from '../../ui/keepFocus.ts'
import { Section } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { createDataExport, createDataExportStart, isUnderWay } from './dataExport.ts'
import { ExportProgress, ExportReady } from './ExportState.tsx'
import styles from './ExportSection.module.css'

/** What the server holds of somebody, as files to take along. */
export function ExportSection() {
  const query = createDataExport()
  const failure = createFailure(query)
  const start = createDataExportStart()
  const act = createAct()
  const archive = () => (query.isPending ? undefined : query.data)
  const ready = () => (archive()?.state === 'done' ? archive() : undefined)
  const failed = () => archive()?.state === 'failed'

  return (
    <Section
      ref={keepFocus}
      title="Export my data"
      lead={`A zip of JSON files with what is yours: account, messages, drafts, comments, templates, activity. It can be fetched for ${limits.dataExportHours} hours; ask for ${limits.dataExportsPerDay} a day at most.`}
    >
      <div class={styles.part}>
        <Switch fallback={<Skeleton width="12rem" height="2.25rem" />}>
          <Match when={failure()}>
            <div class={styles.failed} role="alert">
              <p>It could not be read whether there is an archive. {describeFailure(failure())}</p>
              <Button size="small" onClick={() => void query.refetch()}>
                Try again
              </Button>
            </div>
          </Match>
          <Match when={archive() !== undefined}>
            <Show when={isUnderWay(archive()) && archive()}>{(one) => <ExportProgress archive={one()} />}</Show>
            {/* Told when it comes; how far it is would be told without end. */}
            <div role="status" class={styles.state}>
              <Show when={ready()}>{(one) => <ExportReady archive={one()} />}</Show>
              <Show when={failed()}>
                <p>
                  The archive could not be made. Nothing of yours is lost; try again, and tell an administrator if it stays so.
                </p>
              </Show>
            </div>
            <Show when={!isUnderWay(archive())}>
              <Button class={styles.start} busy={act.busy()} onClick={() => void act.run(start)}>
                {failed() ? 'Try again' : ready() ? 'Make a new archive' : 'Make an archive'}
              </Button>
            </Show>
          </Match>
        </Switch>
        <Show when={act.failure()} keyed>
          {(error) => <FormFailure error={error} />}
        </Show>
      </div>
    </Section>
  )
}
