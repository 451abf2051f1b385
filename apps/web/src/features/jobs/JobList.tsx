import { describeFailure } from '../../failure.ts'
import { ById } from '../../ui/ById.tsx'
import { createAct } from '../../ui/createAct.ts'
import { createFailure } from '../../ui/createFailure.ts'
import { ListFrame } from '../../ui/ListFrame.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import styles from './JobList.module.css'
import { JobRow } from './JobRow.tsx'
import { createJobActs, createJobList } from './queries.ts'

/** What the server does by itself, and how it went. Read again by itself, sooner where something is under way. */
export function JobList() {
  const list = createJobList()
  const failure = createFailure(list)
  const acts = createJobActs()
  const act = createAct()
  const say = useToasts()
  const jobs = () => (list.isPending ? undefined : list.data?.map((job) => ({ ...job, id: job.name })))
  const start = async (name: string) => {
    await act.run(() => acts.start(name))
    const refused = act.failure()
    if (refused) say(describeFailure(refused), { tone: 'bad' })
  }
  return (
    <ListFrame
      noun="jobs"
      items={jobs()}
      failure={failure()}
      onRetry={() => void list.refetch()}
      waiting={
        <div class={styles.waiting} aria-busy="true" aria-label="Reading the jobs">
          <Skeleton width="12rem" height="1.25rem" />
          <Skeleton width="24rem" height="1.125rem" />
          <Skeleton width="16rem" height="1.125rem" />
        </div>
      }
    >
      {(known) => (
        <ul class={styles.rows} aria-label="Jobs">
          <ById each={known()}>{(job) => <JobRow job={job()} busy={act.busy()} onStart={() => void start(job().name)} />}</ById>
        </ul>
      )}
    </ListFrame>
  )
}
