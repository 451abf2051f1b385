import type { TemplateVersionSummary } from '@prologue/contracts'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import GitCompare from 'lucide-solid/icons/git-compare'
import RotateCcw from 'lucide-solid/icons/rotate-ccw'
import Tag from 'lucide-solid/icons/tag'
import { For, Show } from 'solid-js'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { ago, fullTime } from '../../ui/time.ts'
import type { Pair } from './createComparison.ts'
import type { VersionedTemplate } from './versionedTemplate.ts'
import styles from './VersionRow.module.css'
import { authorWord, labelsAt, numberBefore, originWord, versionTitle } from './versionWords.ts'

/** A version in its list. Pressed, it shows what it changed; its menu has the rest. */
export function VersionRow(props: {
  version: TemplateVersionSummary
  template: VersionedTemplate
  numbers: ReadonlyMap<string, number>
  meId: string | undefined
  onCompare: (pair: Pair) => void
  onLabels: (number: number) => void
}) {
  const number = () => props.version.number
  const latest = () => props.template.latestNumber
  const may = (ability: 'template:update' | 'template:label') => props.template.abilities.includes(ability)
  const origin = () => originWord(props.version, props.numbers, props.template.forkedFrom?.title)
  const before = () => numberBefore(props.version, props.numbers)
  return (
    <li class={styles.row}>
      <span class={styles.number} aria-hidden="true">
        {number()}
      </span>
      <div class={styles.words}>
        <p class={styles.line}>
          <button
            type="button"
            class={styles.title}
            data-step
            data-quiet={props.version.message === '' ? '' : undefined}
            onClick={() => props.onCompare({ from: before(), to: number() })}
          >
            <span class="visually-hidden">Version {number()}: </span>
            {versionTitle(props.version)}
          </button>
          <For each={labelsAt(props.template, number())}>
            {(label) => (
              <span class={styles.label} data-latest={label === 'latest' ? '' : undefined}>
                {label}
              </span>
            )}
          </For>
          <Show when={props.version.hidden}>
            <span class={styles.label} title="Moderators agreed with a report of it. Only you and they are shown this version.">
              hidden
            </span>
          </Show>
        </p>
        <p class={styles.meta}>
          {authorWord(props.version.author, props.meId)} ·{' '}
          <time dateTime={props.version.createdAt.toISOString()} title={fullTime(props.version.createdAt)}>
            {ago(props.version.createdAt)}
          </time>
          <Show when={origin()}>{(word) => <> · {word()}</>}</Show>
        </p>
      </div>
      <Menu trigger={<Ellipsis />} label={`More for version ${number()}`}>
        <MenuItem onSelect={() => props.onCompare({ from: before(), to: number() })}>
          <GitCompare /> {before() === 0 ? 'Read it' : `Compare with version ${before()}`}
        </MenuItem>
        <Show when={number() !== latest()}>
          <MenuItem onSelect={() => props.onCompare({ from: number(), to: latest() })}>
            <GitCompare /> Compare with the newest
          </MenuItem>
        </Show>
        <Show when={number() !== latest() && may('template:update')}>
          <MenuItem onSelect={() => props.onCompare({ from: latest(), to: number() })}>
            <RotateCcw /> Restore…
          </MenuItem>
        </Show>
        <Show when={may('template:label')}>
          <MenuItem onSelect={() => props.onLabels(number())}>
            <Tag /> Labels…
          </MenuItem>
        </Show>
      </Menu>
    </li>
  )
}
