import type { TemplateReport } from '@prologue/contracts'
import { A } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { builtInOwner } from '../../ui/templateWords.ts'
import { ago, fullTime } from '../../ui/time.ts'
import styles from './ReportRow.module.css'
import { aboutWords, reasonWords, statusWords } from './reportWords.ts'

/** One report: of which template or review, what is said to be wrong, by whom; and what can be decided, or who decided what. */
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
  const about = () => aboutWords(props.report)
  /** What upholding does, as the button says it. */
  const deed = () =>
    props.report.review
      ? { short: 'take it away', whole: `take ${about()} away` }
      : { short: 'make it private', whole: `make ${about()} private` }
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
        <Show when={props.report.review}>
          {(review) => (
            <>
              <p class={styles.meta}>
                a review by {review().author.name}, {review().rating} of 5 stars
              </p>
              <Show when={review().text} fallback={<p class={styles.meta}>Its words are gone.</p>}>
                {(text) => (
                  <blockquote class={styles.details} dir="auto">
                    {text()}
                  </blockquote>
                )}
              </Show>
            </>
          )}
        </Show>
        <p class={styles.reason}>{reasonWords[props.report.reason]}</p>
        <Show when={props.report.details}>
          {(details) => (
            <blockquote class={styles.details} dir="auto">
              {details()}
            </blockquote>
          )}
        </Show>
        <p class={styles.meta}>
          reported by {props.report.reporter?.name ?? 'somebody who is gone'} · <When at={props.report.createdAt} />
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
            aria-label={asked() ? `Really ${deed().whole}` : capital(deed().whole)}
            aria-disabled={props.busy || undefined}
            onClick={() => (asked() ? props.onUphold() : setAsked(true))}
          >
            {asked() ? `Really ${deed().short}` : capital(deed().short)}
          </Button>
          <Button
            variant="plain"
            size="small"
            aria-label={`Dismiss the report of ${about()}`}
            aria-disabled={props.busy || undefined}
            onClick={() => props.onDismiss()}
          >
            Dismiss
          </Button>
        </Show>
        <Show when={props.report.status === 'dismissed'}>
          <Button
            size="small"
            aria-label={`Open the report of ${about()} again`}
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

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

function When(props: { at: Date }) {
  return (
    <time dateTime={props.at.toISOString()} title={fullTime(props.at)}>
      {ago(props.at)}
    </time>
  )
}
