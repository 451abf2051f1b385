import { Show } from 'solid-js'
import { DeleteSection } from '../features/account/DeleteSection.tsx'
import { ExportSection } from '../features/account/ExportSection.tsx'
import { PreferencesSection } from '../features/account/PreferencesSection.tsx'
import { ProfileSection } from '../features/account/ProfileSection.tsx'
import { RulesSection } from '../features/account/RulesSection.tsx'
import { SessionsSection } from '../features/account/SessionsSection.tsx'
import { TwoFactorSection } from '../features/account/TwoFactorSection.tsx'
import { createOwnAccount } from '../identity/ownAccount.ts'
import { useSession } from '../identity/session.tsx'
import { createFailure } from '../ui/createFailure.ts'
import { Failure } from '../ui/Failure.tsx'
import { SignedInPage } from './parts/SignedInPage.tsx'

export default function AccountPage() {
  const session = useSession()
  const own = createOwnAccount(() => true)
  const failure = createFailure(own)
  const account = () => (own.isPending ? undefined : own.data)
  return (
    <SignedInPage title="Your account">
      <Show
        when={account() || !failure()}
        fallback={<Failure title="Your account could not be read" error={failure()} onRetry={() => void own.refetch()} />}
      >
        <ProfileSection account={account()} mail={session.mail()} />
        <PreferencesSection account={account()} />
        <RulesSection account={account()} />
        <TwoFactorSection account={account()} />
        <SessionsSection />
        <ExportSection />
        <DeleteSection email={account()?.email} />
      </Show>
    </SignedInPage>
  )
}
