import type { TemplateReport } from '@prologue/contracts'
import { A } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { builtInOwner } from '../../ui/templateWords.ts'
import { ago, fullTime } from '../../ui/time.ts'
import styles from './ReportRow.module.css'
import { reasonWords, statusWords } from './reportWords.ts'

/** One report: of which template, what is said to be wrong, by whom; and what can be decided, or who decided what. */
export function ReportRow(props: {
  report: TemplateReport
  busy: boolean
  /** Its owner is told, so that it is pressed twice. */
  onUphold: () => void
  onDismiss: () => void
  onReopen: () => void
}) {
  const [asked, setAsked] = createSignal(false)
  const template = () => props.report.template
  const named = () => `“${template().title}”`
  return (
    <li class={styles.row}>
      <div class={styles.words}>
        <p class={styles.title} dir="auto">
          {/* A private one is its owner's alone. */}
          <Show when={template().visibility !== 'private'} fallback={template().title}>
            <A href={`/templates/${template().slug}`}>{template().title}</A>
          </Show>
        </p>
        <p class={styles.meta}>
          by {template().owner?.name ?? builtInOwner}
          <Show when={template().visibility === 'private'}> · private</Show>
        </p>
        <p class={styles.reason}>{reasonWords[props.report.reason]}</p>
        <Show when={props.report.details}>
          {(details) => (
            <blockquote class={styles.details} dir="auto">
              {details()}
            </blockquote>
          )}
        </Show>
        <p class={styles.meta}>
          reported by {props.report.reporter.name} · <When at={props.report.createdAt} />
          <Show when={props.report.decidedAt}>
            {(at) => (
              <>
                {' '}
                · {statusWords[props.report.status].toLowerCase()} by {props.report.decidedBy?.name ?? 'somebody who is gone'} ·{' '}
                <When at={at()} />
              </>
            )}
          </Show>
        </p>
      </div>
      <div class={styles.acts}>
        <Show when={props.report.status === 'open'}>
          <Button
            variant={asked() ? 'danger' : 'quiet'}
            size="small"
            aria-label={asked() ? `Really make ${named()} private` : `Make ${named()} private`}
            aria-disabled={props.busy || undefined}
            onClick={() => (asked() ? props.onUphold() : setAsked(true))}
          >
            {asked() ? 'Really make it private' : 'Make it private'}
          </Button>
          <Button
            variant="plain"
            size="small"
            aria-label={`Dismiss the report of ${named()}`}
            aria-disabled={props.busy || undefined}
            onClick={() => props.onDismiss()}
          >
            Dismiss
          </Button>
        </Show>
        <Show when={props.report.status === 'dismissed'}>
          <Button
            size="small"
            aria-label={`Open the report of ${named()} again`}
            aria-disabled={props.busy || undefined}
            onClick={() => props.onReopen()}
          >
            Open again
          </Button>
        </Show>
      </div>
    </li>
  )
}

function When(props: { at: Date }) {
  return (
    <time dateTime={props.at.toISOString()} title={fullTime(props.at)}>
      {ago(props.at)}
    </time>
  )
}
