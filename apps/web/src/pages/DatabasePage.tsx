import { DatabaseHealth } from '../features/database/DatabaseHealth.tsx'
import { SignedInPage } from './parts/SignedInPage.tsx'

export default function DatabasePage() {
  return (
    <SignedInPage
      title="Database"
      lead="How the database of this server is, and what to do where something is the matter. The command prologue doctor tells the same."
      needs="admin:manage-jobs"
    >
      <DatabaseHealth />
    </SignedInPage>
  )
}
