import type { TemplateReport } from '@prologue/contracts'
import { A } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { builtInOwner } from '../../ui/templateWords.ts'
import { ago, fullTime } from '../../ui/time.ts'
import styles from './ReportRow.module.css'
import { ReportedVersion } from './ReportedVersion.tsx'
import { aboutWords, reasonWords, statusWords, upholdWords } from './reportWords.ts'

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
  /** Of an older version, which the newest does not say any more, to that one. */
  const path = () => {
    const { version } = props.report
    const asked = version && !version.isCurrent ? `?version=${version.number}` : ''
    return `/templates/${template().slug}${asked}`
  }
  const about = () => aboutWords(props.report)
  const deed = () => upholdWords(props.report)
  /** A review is gone for good once it was taken away. */
  const mayReopen = () =>
    props.report.status === 'dismissed' || (props.report.status === 'upheld' && props.report.review === null)
  return (
    <li class={styles.row}>
      <div class={styles.words}>
        <p class={styles.title} dir="auto">
          {/* A private one is its owner's alone. */}
          <Show when={template().visibility !== 'private'} fallback={template().title}>
            <A href={path()}>{template().title}</A>
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
              <Show when={review().text} fallback={<p class={styles.meta}>Who wrote it is gone, and so are the words.</p>}>
                {(text) => (
                  <>
                    <blockquote class={styles.details} dir="auto">
                      {text()}
                    </blockquote>
                    <Show when={!review().isCurrent}>
                      <p class={styles.meta}>These words do not stand there any more.</p>
                    </Show>
                  </>
                )}
              </Show>
            </>
          )}
        </Show>
        <Show when={props.report.version}>
          {(version) => <ReportedVersion id={props.report.id} title={template().title} version={version()} />}
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
        <Show when={mayReopen()}>
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
