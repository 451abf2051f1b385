import { ReportList } from '../features/moderation/ReportList.tsx'
import { SignedInPage } from './parts/SignedInPage.tsx'

export default function ReportsPage() {
  return (
    <SignedInPage
      title="Reports"
      lead="What people find wrong with templates. A template that you make private is seen by its owner alone, who is told."
      needs="template-report:decide"
    >
      <ReportList />
    </SignedInPage>
  )
}
