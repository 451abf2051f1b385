import type { OwnAccount } from '@prologue/contracts'
import { lazy, Show, Suspense } from 'solid-js'
import { Section } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

// The rules bring the whole checker along.
const RuleList = lazy(() => import('./RuleList.tsx'))

/** Which rules of the checker are off for this person. */
export function RulesSection(props: { account: OwnAccount | undefined }) {
  return (
    <Section
      title="Checker"
      lead="A rule that is off finds nothing: not in what you write, and not when you publish it. A comment in a text does the same for that text alone."
    >
      <Show when={props.account} fallback={<Skeleton height="3rem" />}>
        {(account) => (
          <Suspense fallback={<Skeleton height="3rem" />}>
            <RuleList account={account()} />
          </Suspense>
        )}
      </Show>
    </Section>
  )
}
