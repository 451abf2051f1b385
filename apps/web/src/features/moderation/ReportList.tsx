import { reportStatuses, type TemplateReport } from '@prologue/contracts'
import { useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { ById } from '../../ui/ById.tsx'
import { createAct } from '../../ui/createAct.ts'
import { createFailure } from '../../ui/createFailure.ts'
import { keepFocus } from '../../ui/keepFocus.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { createOpenCount, createReportActs, createReportList } from './queries.ts'
import styles from './ReportList.module.css'
import { ReportRow } from './ReportRow.tsx'
import { ReportSkeleton } from './ReportSkeleton.tsx'
import { emptyWords, statusWords } from './reportWords.ts'

/** What people report, to be decided, and what was decided; which of these stands in the address. */
export function ReportList() {
  const [query, setQuery] = useSearchParams()
  const status = () => reportStatuses.find((one) => one === query['status']) ?? 'open'
  const list = createReportList(status)
  const waiting = createOpenCount()
  const failure = createFailure(list)
  const acts = createReportActs()
  const act = createAct()
  const say = useToasts()
  const reports = () => (list.isPending ? undefined : list.data?.pages.flatMap((page) => page.items))
  const tabs = () =>
    reportStatuses.map((value) => ({
      value,
      label: statusWords[value],
      count: value === 'open' && !waiting.isPending ? waiting.data?.count : undefined,
    }))

  /** Says what was done, or why not. */
  const attempt = async (work: () => Promise<void>, done: () => void) => {
    await act.run(work)
    const refused = act.failure()
    if (refused) say(describeFailure(refused), { tone: 'bad' })
    else done()
  }
  const reopen = ({ id, template }: TemplateReport) =>
    void attempt(
      () => acts.reopen(id),
      () => say(`The report of “${template.title}” is open again.`),
    )
  const dismiss = (report: TemplateReport) =>
    void attempt(
      () => acts.dismiss(report.id),
      () =>
        say(`You dismissed the report of “${report.template.title}”.`, { action: { label: 'Undo', run: () => reopen(report) } }),
    )
  const uphold = ({ id, template }: TemplateReport) =>
    void attempt(
      () => acts.uphold(id),
      () => say(`“${template.title}” is private now, and all its reports are decided.`),
    )

  return (
    <div class={styles.reports}>
      <Tabs
        label="Which reports"
        value={status()}
        tabs={tabs()}
        onChoose={(value) => setQuery({ status: value === 'open' ? undefined : value }, { replace: true })}
      />
      <div id={`panel-${status()}`} role="tabpanel" aria-labelledby={`tab-${status()}`} class={styles.panel}>
        <Switch fallback={<ReportSkeleton />}>
          <Match when={reports()}>
            {(known) => (
              <Show when={known().length > 0} fallback={<p class={styles.state}>{emptyWords[status()]}</p>}>
                <ul ref={keepFocus} class={styles.rows} aria-label={`${statusWords[status()]}: reports`}>
                  <ById each={known()}>
                    {(report) => (
                      <ReportRow
                        report={report()}
                        busy={act.busy()}
                        onUphold={() => uphold(report())}
                        onDismiss={() => dismiss(report())}
                        onReopen={() => reopen(report())}
                      />
                    )}
                  </ById>
                </ul>
                <Show when={list.hasNextPage}>
                  <Button variant="plain" size="small" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                    Show more
                  </Button>
                </Show>
              </Show>
            )}
          </Match>
          <Match when={failure()}>
            <div class={styles.state} role="alert">
              <p>The reports could not be read. {describeFailure(failure())}</p>
              <Button size="small" onClick={() => void list.refetch()}>
                Try again
              </Button>
            </div>
          </Match>
        </Switch>
      </div>
    </div>
  )
}
