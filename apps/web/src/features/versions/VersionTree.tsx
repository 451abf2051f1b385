import { useQuery } from '@tanstack/solid-query'
import { For, Match, Show, Switch } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { createFailure } from '../../ui/createFailure.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { Pair } from './createComparison.ts'
import { layTree } from './layTree.ts'
import { versionKeys } from './queries.ts'
import { stepThrough } from './stepThrough.ts'
import { TreeBranch } from './TreeBranch.tsx'
import type { VersionedTemplate } from './versionedTemplate.ts'
import styles from './VersionTree.module.css'

/** Where the versions of a template came from and what was made of them, across forks. Arrow keys go through it. */
export default function VersionTree(props: {
  template: VersionedTemplate
  meId: string | undefined
  onCompare: (pair: Pair) => void
}) {
  const tree = useQuery(() => {
    const templateId = props.template.id
    return { queryKey: versionKeys.tree(templateId), queryFn: () => api.templates.tree.query({ templateId }) }
  })
  const failure = createFailure(tree)
  const known = () => (tree.isPending ? undefined : tree.data)
  return (
    <Switch fallback={<TreeWaiting />}>
      <Match when={known()}>
        {(data) => (
          <>
            <ul class={styles.tree} onKeyDown={stepThrough}>
              <For each={layTree(data())}>
                {(branch) => (
                  <TreeBranch branch={branch} template={props.template} meId={props.meId} onCompare={props.onCompare} />
                )}
              </For>
            </ul>
            <Show when={data().templates.length === 1}>
              <p class={styles.note}>
                Nobody has forked it where you could see it. Forks will stand under the version they came from.
              </p>
            </Show>
            <Show when={data().more}>
              <p class={styles.note}>There is more than is shown here.</p>
            </Show>
          </>
        )}
      </Match>
      <Match when={failure()}>
        <div class={styles.failed} role="alert">
          <p>The tree could not be read. {describeFailure(failure())}</p>
          <Button size="small" onClick={() => void tree.refetch()}>
            Try again
          </Button>
        </div>
      </Match>
    </Switch>
  )
}

function TreeWaiting() {
  return (
    <div class={styles.waiting} aria-busy="true" aria-label="Reading the tree">
      <Skeleton width="12rem" />
      <Skeleton width="16rem" />
      <Skeleton width="14rem" />
    </div>
  )
}
