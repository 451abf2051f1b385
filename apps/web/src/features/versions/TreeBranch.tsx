import { A } from '@solidjs/router'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import GitCompare from 'lucide-solid/icons/git-compare'
import { createSignal, createUniqueId, For, Show, untrack } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { builtInOwner } from '../../ui/templateWords.ts'
import { ago, fullTime } from '../../ui/time.ts'
import type { Pair } from './createComparison.ts'
import { leadsTo, type Branch } from './layTree.ts'
import styles from './TreeBranch.module.css'
import type { VersionedTemplate } from './versionedTemplate.ts'
import { authorWord, numberBefore, originWord, versionTitle } from './versionWords.ts'

type Props = {
  branch: Branch
  /** The template whose page this is. */
  template: Pick<VersionedTemplate, 'id' | 'latestNumber'>
  meId: string | undefined
  onCompare: (pair: Pair) => void
}

/** A template of the tree with its versions, under each of them what was made from it; opens and closes. */
export function TreeBranch(props: Props) {
  const [open, setOpen] = createSignal(untrack(() => leadsTo(props.branch, props.template.id)))
  const id = createUniqueId()
  const template = () => props.branch.template
  const here = () => template().id === props.template.id
  const address = () => `/templates/${template().slug}`
  const compare = (version: Branch['versions'][number]['version']) =>
    props.onCompare({ from: numberBefore(version, numbers()), to: version.number })
  /** How the newest version here differs from one of another template. */
  const compareAcross = (number: number) => {
    const { id, title } = template()
    const latestNumber = Math.max(...numbers().values())
    props.onCompare({ from: number, to: props.template.latestNumber, of: { id, title, latestNumber } })
  }
  const numbers = () => new Map(props.branch.versions.map(({ version }) => [version.id, version.number]))
  return (
    <li class={styles.branch}>
      <div class={styles.head}>
        <button
          type="button"
          class={styles.toggle}
          data-step
          aria-expanded={open()}
          aria-controls={id}
          aria-label={`Versions of ${template().title}`}
          onClick={() => setOpen(!open())}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') setOpen(true)
            if (event.key === 'ArrowLeft') setOpen(false)
          }}
        >
          <ChevronRight size={16} />
        </button>
        <p class={styles.words}>
          <Show when={!here()} fallback={<span class={styles.here}>{template().title}</span>}>
            <A class={styles.link} href={address()} data-step>
              {template().title}
            </A>
          </Show>{' '}
          <Show when={here()}>
            <span class={styles.mark}>this template</span>{' '}
          </Show>
          <span class={styles.meta}>
            by {template().owner?.id === props.meId ? 'you' : (template().owner?.name ?? builtInOwner)} ·{' '}
            {props.branch.versions.length === 1 ? '1 version' : `${props.branch.versions.length} versions`}
          </span>
        </p>
      </div>
      <ul class={styles.versions} id={id} hidden={!open()}>
        <For each={open() ? props.branch.versions : []}>
          {({ version, forks }) => (
            <li class={styles.version}>
              <div class={styles.line}>
                <span class={styles.number} aria-hidden="true">
                  {version.number}
                </span>
                <p class={styles.words}>
                  <Show
                    when={here()}
                    fallback={
                      <A class={styles.title} href={`${address()}?version=${version.number}`} data-step>
                        <span class="visually-hidden">Version {version.number}: </span>
                        {versionTitle(version)}
                      </A>
                    }
                  >
                    <button type="button" class={styles.title} data-step onClick={() => compare(version)}>
                      <span class="visually-hidden">Version {version.number}: </span>
                      {versionTitle(version)}
                    </button>
                  </Show>{' '}
                  <span class={styles.meta}>
                    {authorWord(version.author, props.meId)} ·{' '}
                    <time dateTime={version.createdAt.toISOString()} title={fullTime(version.createdAt)}>
                      {ago(version.createdAt)}
                    </time>
                    <Show when={version.number > 1 && originWord(version, numbers(), undefined)}>
                      {(word) => <> · {word()}</>}
                    </Show>
                  </span>
                </p>
                <Show when={!here()}>
                  <Button
                    variant="plain"
                    size="icon"
                    class={styles.compare}
                    aria-label={`Compare version ${version.number} of ${template().title} with the newest here`}
                    title="Compare with the newest here"
                    onClick={() => compareAcross(version.number)}
                  >
                    <GitCompare />
                  </Button>
                </Show>
              </div>
              <Show when={forks.length > 0}>
                <ul class={styles.forks}>
                  <For each={forks}>{(fork) => <TreeBranch {...props} branch={fork} />}</For>
                </ul>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </li>
  )
}
