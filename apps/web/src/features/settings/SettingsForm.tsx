import { createMemo, Show } from 'solid-js'
import { createFailure } from '../../ui/createFailure.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Section } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { AlertRules } from './AlertRules.tsx'
import { AnnouncementForm } from './AnnouncementForm.tsx'
import { BudgetForm } from './BudgetForm.tsx'
import { createSettings } from './queries.ts'
import { RetentionForm } from './RetentionForm.tsx'
import { SignUpRules } from './SignUpRules.tsx'

/** What administrators set for the whole server, a matter at a time. What is typed stays while it is read again. */
export function SettingsForm() {
  const settings = createSettings()
  const failure = createFailure(settings)
  const known = createMemo(() => (settings.isPending ? undefined : settings.data))
  const values = () => known()?.values
  const waiting = <Skeleton width="16rem" height="5rem" />
  return (
    <Show
      when={known() || !failure()}
      fallback={<Failure title="The settings could not be read" error={failure()} onRetry={() => void settings.refetch()} />}
    >
      <Section title="Announcement" lead="It stands above every page, also for who is not signed in.">
        <Show when={values()} fallback={waiting}>
          {(set) => <AnnouncementForm settings={set()} />}
        </Show>
      </Section>
      <Section title="Sign-up" lead="Who makes an account here. Accounts that are there already stay as they are.">
        <Show when={values()} fallback={waiting}>
          {(set) => <SignUpRules settings={set()} />}
        </Show>
      </Section>
      <Section title="Cost of models" lead="What models may cost one person from midnight to midnight UTC.">
        <Show when={values()} fallback={waiting}>
          {(set) => <BudgetForm settings={set()} fixed={known()?.fixed.includes('dailyBudget') ?? false} />}
        </Show>
      </Section>
      <Section
        title="Alerts"
        lead="What is too much in a short time stands on the page Activity and is mailed to administrators, once for that time. Without a number, never."
      >
        <Show when={values()} fallback={waiting}>
          {(set) => <AlertRules settings={set()} />}
        </Show>
      </Section>
      <Section title="How long things are kept" lead="Done each night. A shorter time removes more the next night, for good.">
        <Show when={values()} fallback={waiting}>
          {(set) => <RetentionForm settings={set()} />}
        </Show>
      </Section>
    </Show>
  )
}
