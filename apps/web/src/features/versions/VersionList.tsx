import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createMemo, createSignal, For } from 'solid-js'
import { ById } from '../../ui/ById.tsx'
import { createFailure } from '../../ui/createFailure.ts'
import { ListFrame } from '../../ui/ListFrame.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { stepThrough } from './stepThrough.ts'
import type { Pair } from './createComparison.ts'
import { createVersionList, versionKeys } from './queries.ts'
import type { VersionedTemplate } from './versionedTemplate.ts'
import styles from './VersionList.module.css'
import { VersionRow } from './VersionRow.tsx'

/** How many stand on the page at first: below them there is more to be read. */
const atFirst = 6

/** The versions of a template, the newest first, page by page. Arrow keys go from one to the other. */
export function VersionList(props: {
  template: VersionedTemplate
  meId: string | undefined
  onCompare: (pair: Pair) => void
  onLabels: (number: number) => void
}) {
  const queryClient = useQueryClient()
  const list = createVersionList(() => props.template.id)
  const failure = createFailure(list)
  const [whole, setWhole] = createSignal(false)
  const known = createMemo(() => (list.isPending ? undefined : list.data?.pages.flatMap((page) => page.items)))
  const shown = () => (whole() ? known() : known()?.slice(0, atFirst))
  const numbers = createMemo(() => new Map(known()?.map(({ id, number }) => [id, number])))
  const hasMore = () => list.hasNextPage || (known()?.length ?? 0) > (shown()?.length ?? 0)
  const showMore = () => {
    if (whole()) void list.fetchNextPage()
    else setWhole(true)
  }
  // The page that shows the template may hear first that there is a newer version.
  createEffect(() => {
    const newest = known()?.[0]?.number
    if (newest !== undefined && newest < props.template.latestNumber)
      void queryClient.invalidateQueries({ queryKey: versionKeys.all(props.template.id) })
  })
  return (
    <ListFrame
      noun="versions"
      items={shown()}
      failure={failure()}
      onRetry={() => void list.refetch()}
      waiting={<ListWaiting count={Math.min(props.template.latestNumber, atFirst)} />}
      more={{ has: hasMore(), busy: list.isFetchingNextPage, onMore: showMore }}
      moreLabel="Show older versions"
      moreClass={styles.more}
    >
      {(versions) => (
        <ul class={styles.list} onKeyDown={stepThrough}>
          <ById each={versions()}>
            {(version) => (
              <VersionRow
                version={version()}
                template={props.template}
                numbers={numbers()}
                meId={props.meId}
                onCompare={props.onCompare}
                onLabels={props.onLabels}
              />
            )}
          </ById>
        </ul>
      )}
    </ListFrame>
  )
}

/** As high as the rows that come. */
function ListWaiting(props: { count: number }) {
  return (
    <div class={styles.list} aria-busy="true" aria-label="Reading the versions">
      <For each={Array.from({ length: props.count })}>
        {() => (
          <div class={styles.waiting}>
            <Skeleton width="14rem" height="1.2rem" />
            <Skeleton width="9rem" height="1rem" />
          </div>
        )}
      </For>
    </div>
  )
}
