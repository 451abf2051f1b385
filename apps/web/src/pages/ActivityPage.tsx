import { ActivityFeed } from '../features/activity/ActivityFeed.tsx'
import { ConnectionProvider } from '../realtime/connection.tsx'
import { SignedInPage } from './parts/SignedInPage.tsx'

export default function ActivityPage() {
  return (
    <SignedInPage
      title="Activity"
      lead="What happens on this server, as it happens. Of long texts and secrets the audit keeps only that they changed."
      needs="admin:read-activity"
    >
      <ConnectionProvider>
        <ActivityFeed />
      </ConnectionProvider>
    </SignedInPage>
  )
}
