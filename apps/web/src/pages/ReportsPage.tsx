import { ReportList } from '../features/moderation/ReportList.tsx'
import { SignedInPage } from './parts/SignedInPage.tsx'

export default function ReportsPage() {
  return (
    <SignedInPage
      title="Reports"
      lead="What people find wrong with templates and reviews. A text that you uphold a report about cannot be shared again, and its owner is told."
      needs="template-report:decide"
    >
      <ReportList />
    </SignedInPage>
  )
}
