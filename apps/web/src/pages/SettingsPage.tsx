import { SettingsForm } from '../features/settings/SettingsForm.tsx'
import { SignedInPage } from './parts/SignedInPage.tsx'

export default function SettingsPage() {
  return (
    <SignedInPage
      title="Settings"
      lead="For the whole server. What you save counts at once, and the activity tells who changed what."
      needs="admin:manage-settings"
    >
      <SettingsForm />
    </SignedInPage>
  )
}
