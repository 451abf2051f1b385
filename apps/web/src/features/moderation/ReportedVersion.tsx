import type { TemplateReport } from '@prologue/contracts'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createSignal, createUniqueId, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { createFailure } from '../../ui/createFailure.ts'
import { Failure } from '../../ui/Failure.tsx'
import { PromptText } from '../../ui/PromptText.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { createReportedText } from './queries.ts'
import styles from './ReportedVersion.module.css'

/** Which version was reported, and its text for who asks for it: also of a template that nobody else reads by now. */
export function ReportedVersion(props: { id: string; title: string; version: NonNullable<TemplateReport['version']> }) {
  const [open, setOpen] = createSignal(false)
  const query = createReportedText(() => (open() ? props.id : null))
  const failure = createFailure(query)
  const id = createUniqueId()
  return (
    <div class={styles.version}>
      <p class={styles.line}>
        {props.version.isCurrent
          ? `Version ${props.version.number}`
          : `Version ${props.version.number}, the newest says something else`}
        <Button
          variant="plain"
          size="small"
          aria-label={`Text of version ${props.version.number} of “${props.title}”`}
          aria-expanded={open()}
          aria-controls={id}
          onClick={() => setOpen(!open())}
        >
          Text
          <ChevronDown />
        </Button>
      </p>
      <div id={id} hidden={!open()}>
        <Show when={open()}>
          <Show
            when={!failure()}
            fallback={<Failure title="The text could not be read" error={failure()} onRetry={() => void query.refetch()} />}
          >
            <Show when={query.isPending ? undefined : query.data} fallback={<Skeleton width="24rem" height="4rem" />}>
              {(text) => (
                <div class={styles.text} tabindex="0" role="region" aria-label={`The text of version ${text().number}`}>
                  <PromptText text={text().content} />
                </div>
              )}
            </Show>
          </Show>
        </Show>
      </div>
    </div>
  )
}
