import { JobList } from '../features/jobs/JobList.tsx'
import { SignedInPage } from './parts/SignedInPage.tsx'

export default function JobsPage() {
  return (
    <SignedInPage
      title="Jobs"
      lead="What this server does by itself, and how it went. What fails is tried again after one, five and thirty minutes."
      needs="admin:manage-jobs"
    >
      <JobList />
    </SignedInPage>
  )
}
