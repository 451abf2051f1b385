import { Match, Show, Switch } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { createFailure } from '../../ui/createFailure.ts'
import { Section } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { createUsage } from './queries.ts'
import type { RatedTemplate } from './ratedTemplate.ts'
import { UsageChart } from './UsageChart.tsx'
import { usageFigures, usesWord } from './usageFigures.ts'
import styles from './UsageSection.module.css'

/** How often a template was used in the last ninety days. */
export function UsageSection(props: { template: RatedTemplate }) {
  const usage = createUsage(() => props.template.id)
  const failure = createFailure(usage)
  const days = () => (usage.isPending ? undefined : usage.data)
  const ever = () => (props.template.usageCount > 0 ? ` Before that: ${usesWord(props.template.usageCount)}.` : '')
  return (
    <Section title="Use" lead="Opened in a conversation or forked, in the last 90 days.">
      <Switch fallback={<UsageWaiting />}>
        <Match when={days()}>
          {(known) => (
            <Show
              when={usageFigures(known()).busiest}
              fallback={<p class={styles.none}>Nobody has used it in this time.{ever()}</p>}
            >
              {(busiest) => <UsageChart days={known()} busiest={busiest()} ever={props.template.usageCount} />}
            </Show>
          )}
        </Match>
        <Match when={failure()}>
          <div class={styles.failed} role="alert">
            <p>Its use could not be read. {describeFailure(failure())}</p>
            <Button size="small" onClick={() => void usage.refetch()}>
              Try again
            </Button>
          </div>
        </Match>
      </Switch>
    </Section>
  )
}

function UsageWaiting() {
  return (
    <div class={styles.waiting} aria-busy="true" aria-label="Reading its use">
      <Skeleton width="8rem" height="1.4rem" />
      <Skeleton height="6rem" />
    </div>
  )
}
