import { reportStatuses, type TemplateReport } from '@prologue/contracts'
import { useSearchParams } from '@solidjs/router'
import { describeFailure } from '../../failure.ts'
import { ById } from '../../ui/ById.tsx'
import { createAct } from '../../ui/createAct.ts'
import { createFailure } from '../../ui/createFailure.ts'
import { keepFocus } from '../../ui/keepFocus.ts'
import { ListFrame } from '../../ui/ListFrame.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { createOpenCount, createReportActs, createReportList } from './queries.ts'
import styles from './ReportList.module.css'
import { ReportRow } from './ReportRow.tsx'
import { ReportSkeleton } from './ReportSkeleton.tsx'
import { aboutWords, emptyWords, statusWords, upholdWords } from './reportWords.ts'

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
  const reopen = (report: TemplateReport) =>
    void attempt(
      () => acts.reopen(report.id),
      () =>
        say(
          report.status === 'upheld'
            ? `The report of ${aboutWords(report)} is open again. Its text is not held any more; the owner may share it.`
            : `The report of ${aboutWords(report)} is open again.`,
        ),
    )
  const dismiss = (report: TemplateReport) =>
    void attempt(
      () => acts.dismiss(report.id),
      () => say(`You dismissed the report of ${aboutWords(report)}.`, { action: { label: 'Undo', run: () => reopen(report) } }),
    )
  const uphold = (report: TemplateReport) => {
    const { done } = upholdWords(report)
    void attempt(
      () => acts.uphold(report.id),
      () => say(done),
    )
  }

  return (
    <div class={styles.reports}>
      <Tabs
        label="Which reports"
        value={status()}
        tabs={tabs()}
        onChoose={(value) => setQuery({ status: value === 'open' ? undefined : value }, { replace: true })}
      />
      <div id={`panel-${status()}`} role="tabpanel" aria-labelledby={`tab-${status()}`} class={styles.panel}>
        <ListFrame
          noun="reports"
          items={reports()}
          failure={failure()}
          onRetry={() => void list.refetch()}
          waiting={<ReportSkeleton />}
          empty={emptyWords[status()]}
          more={{ has: list.hasNextPage, busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }}
        >
          {(known) => (
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
          )}
        </ListFrame>
      </div>
    </div>
  )
}
