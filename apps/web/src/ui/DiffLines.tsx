import type { DiffLine } from '@prologue/prompt-kit'
import ChevronsUpDown from 'lucide-solid/icons/chevrons-up-down'
import { createSignal, For, Show } from 'solid-js'
import { Button } from './Button.tsx'
import styles from './DiffLines.module.css'
import { foldLines } from './foldLines.ts'

/** Two texts line by line: each with its numbers, what went above what came, long unchanged stretches folded away. */
export function DiffLines(props: { lines: readonly DiffLine[]; label: string; class?: string | undefined }) {
  const width = () => `${String(Math.max(9, props.lines.length)).length}ch`
  return (
    <div
      class={`${styles.diff} ${props.class ?? ''}`}
      style={{ '--digits': width() }}
      tabindex="0"
      role="region"
      aria-label={props.label}
    >
      <For each={foldLines(props.lines)}>
        {(stretch) => (
          <Show when={stretch.folded} fallback={<Lines lines={stretch.lines} />}>
            <Folded lines={stretch.lines} />
          </Show>
        )}
      </For>
    </div>
  )
}

function Folded(props: { lines: readonly DiffLine[] }) {
  const [open, setOpen] = createSignal(false)
  return (
    <Show when={!open()} fallback={<Lines lines={props.lines} />}>
      <Button variant="plain" size="small" class={styles.unfold} onClick={() => setOpen(true)}>
        <ChevronsUpDown />
        Show {props.lines.length} unchanged lines
      </Button>
    </Show>
  )
}

const signs = { same: '', removed: '−', added: '+' } as const

function Lines(props: { lines: readonly DiffLine[] }) {
  return (
    <For each={props.lines}>
      {(line) => (
        <div class={styles.line} data-kind={line.kind}>
          <span class={styles.number} aria-hidden="true">
            {line.before}
          </span>
          <span class={styles.number} aria-hidden="true">
            {line.after}
          </span>
          <span class={styles.sign} aria-hidden="true">
            {signs[line.kind]}
          </span>
          <span class={styles.text} dir="auto">
            <Show when={line.kind !== 'same'}>
              <span class="visually-hidden">
                {line.kind === 'removed' ? `Line ${line.before} went: ` : `Line ${line.after} came: `}
              </span>
            </Show>
            <For each={line.parts}>
              {(part) => (
                <Show when={part.kind !== 'same'} fallback={part.text}>
                  <mark class={styles.word}>{part.text}</mark>
                </Show>
              )}
            </For>
          </span>
        </div>
      )}
    </For>
  )
}
